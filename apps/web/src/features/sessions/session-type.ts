/** What the rows of the page are in EM's query language. */
export const sessionType = 'CdpReplicaSession'
