/** Ends a backup or a restore; its message says why, and what to do. */
export class BackupFailure extends Error {}
