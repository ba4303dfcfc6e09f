/** How the collector works. */
export interface CollectorOptions {
  /** Rows asked of EM at a time; fewer where EM refuses so many. */
  pageSize: number
  /** Seconds between two rounds, at least. */
  pollSeconds: number
  /** Days that the first fill reaches back. */
  historyDays: number
  /** Days after which the index forgets a session. */
  retentionDays: number
}
