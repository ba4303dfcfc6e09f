/** Letters with digits that are words of the trade, the same on every machine. */
const technicalWords: ReadonlySet<string> = new Set(
  `ipv4 ipv6 sha1 sha256 sha512 md5 crc32 base64 utf8 utf-8 utf-16 x64 x86 amd64 i386 win32 win64 wow64
  tls1 ssl3 ntlmv2 smb1 smb2 smb3 smbv1 smbv2 smbv3 nfs3 nfs4 nfsv3 nfsv4 http1 http2 s3 ec2 oauth2
  x509 k8s ext3 ext4 vmfs5 vmfs6 vmfs-5 vmfs-6 vmxnet3 e1000 raid5 raid6 vss2 p2v v2v b2d d2d
  32-bit 64-bit 32bit 64bit 2fa`.split(/\s+/),
)

const longestTechnical = Math.max(...Array.from(technicalWords, (word) => word.length))

const errorNumber = /^(?:err|error|event|ora)-?\d/

/** Whether a folded word that holds a digit means the same in every text, so that it is no name. */
export function isTechnicalWord(word: string): boolean {
  return (word.length <= longestTechnical && technicalWords.has(word)) || errorNumber.test(word)
}
