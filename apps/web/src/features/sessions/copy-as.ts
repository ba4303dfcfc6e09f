/** A live query as Enterprise Manager was asked it. */
export interface EmRequest {
  /** Where EM answers, e.g. `https://em.example:9398`; only its origin is used. */
  readonly emUrl: string
  /** EM's own path and query, percent-encoded: `/api/query?type=…`. */
  readonly emPath: string
}

const logonPath = '/api/sessionMngr/?v=latest'
const logonsPath = '/api/logonSessions/'
const tokenHeader = 'X-RestSvcSessionId'

const originOf = ({ emUrl }: EmRequest): string => new URL(emUrl).origin

/** A text as one word of sh, bash and zsh, whatever is in it. */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** A text as a PowerShell literal. PowerShell takes typographic single quotes for quotes too. */
export function quoteForPowerShell(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`
}

/** The address that EM answers to those who are logged on. Throws a TypeError when `emUrl` is no URL. */
export function asEmUrl(request: EmRequest): string {
  return originOf(request) + request.emPath
}

/**
 * The query for a shell with curl: asks for user and password, logs on, asks, logs off. One group in
 * parentheses, so that pasted lines are not read as the user name, and without comments, which zsh
 * does not take at its prompt. Throws a TypeError when `emUrl` is no URL.
 */
export function asCurl(request: EmRequest): string {
  return `(
em=${quoteForShell(originOf(request))}
query=${quoteForShell(request.emPath)}
printf '%s' 'Enterprise Manager user (DOMAIN\\user): '
IFS= read -r user
token=$(curl -sS --fail --globoff -u "$user" -X POST -H 'Content-Length: 0' -o /dev/null -D - "$em${logonPath}" |
  tr -d ' \\r' | grep -i '^${tokenHeader}:' | cut -d : -f 2)
if [ -z "$token" ]; then
  echo 'Not logged on. If the certificate is self-signed, set CURL_CA_BUNDLE to its PEM file.' >&2
  exit 1
fi
logon=$(printf '%s' "$token" | base64 --decode)
trap 'curl -sS --fail --globoff -X DELETE -H "${tokenHeader}: $token" "$em${logonsPath}$logon"' EXIT
curl -sS --globoff -H 'Accept: application/json' -H "${tokenHeader}: $token" "$em$query"
)
`
}

/**
 * The query for PowerShell 7: asks for user and password, logs on, asks, logs off. One script block,
 * so that pasted lines are not taken for the answer. Throws a TypeError when `emUrl` is no URL.
 */
export function asPowerShell(request: EmRequest): string {
  return `# PowerShell 7. A self-signed certificate has to be trusted on this computer first:
# -SkipCertificateCheck would send the password to whoever answers, so it is not used here.
& {
  $em = ${quoteForPowerShell(originOf(request))}
  $query = ${quoteForPowerShell(request.emPath)}
  $credential = Get-Credential -Message 'Enterprise Manager, user as DOMAIN\\user'
  $password = $credential.GetNetworkCredential().Password
  $basic = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("$($credential.UserName):$password"))
  $json = @{ Accept = 'application/json' }
  $logon = Invoke-RestMethod -Method Post -Uri "$em${logonPath}" -Headers ($json + @{ Authorization = "Basic $basic" }) -ResponseHeadersVariable answered -ErrorAction Stop
  $token = $json + @{ '${tokenHeader}' = "$($answered['${tokenHeader}'])" }
  try {
    Invoke-RestMethod -Uri "$em$query" -Headers $token | ConvertTo-Json -Depth 20
  }
  finally {
    $null = Invoke-RestMethod -Method Delete -Uri "$em${logonsPath}$($logon.SessionId)" -Headers $token
  }
}
`
}
