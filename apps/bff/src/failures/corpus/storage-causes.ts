import type { CorpusCause } from './corpus-cause.ts'

/** Datastores, disks and journals. */
export const storageCauses: readonly CorpusCause[] = [
  {
    cause: 'target datastore short of space',
    texts: [
      'Target datastore ds-gold-01 is running out of free space: 12.5 GB left, replica of {vm} needs at least 200 GB',
      'Target datastore [ds-gold-02] is running out of free space: 1 GB left, replica of {vm} needs at least 1.5 TB.',
      'Target datastore "Silver 3" is running out of free space: 12,5 GB left, replica of {vm} needs at least 60 GB',
      'Target datastore vsan_01 is running out of free space: 900 MB left, replica of {vm} needs at least 61 GB',
      'Processing {vm} Error: Target datastore ds-gold-05 is running out of free space: 0 B left, replica of {vm} needs at least 6 GB',
      "Target datastore 'NFS Oslo' is running out of free space: 17 GiB left, replica of {vm} needs at least 99 GiB",
      'Target datastore ds-gold-07 is running out of free space: 12.5 GB left, replica of {vm} needs at least 345 GB',
      'target datastore ds-gold-08 is running out of free space: 3.5 GB left, replica of {vm} needs at least 20 GB',
    ],
  },
  {
    cause: 'journal datastore short of space',
    texts: [
      'Journal datastore ds-gold-01 is running out of free space: 12.5 GB left, short-term retention of {vm} needs at least 200 GB',
      'Journal datastore [ds-gold-02] is running out of free space: 1 GB left, short-term retention of {vm} needs at least 1.5 TB.',
      'Journal datastore "Silver 3" is running out of free space: 12,5 GB left, short-term retention of {vm} needs at least 60 GB',
      'Journal datastore vsan_01 is running out of free space: 900 MB left, short-term retention of {vm} needs at least 61 GB',
      'Processing {vm} Error: Journal datastore ds-gold-05 is running out of free space: 0 B left, short-term retention of {vm} needs at least 6 GB',
      "Journal datastore 'NFS Oslo' is running out of free space: 17 GiB left, short-term retention of {vm} needs at least 99 GiB",
      'Journal datastore ds-gold-07 is running out of free space: 12.5 GB left, short-term retention of {vm} needs at least 345 GB',
    ],
  },
  {
    cause: 'insufficient disk space (nested)',
    texts: [
      "Processing {vm} Error: An error occurred while taking a snapshot. (Insufficient disk space on the datastore 'ds-01'.)",
      "Processing {vm} Error: Failed to create the replica disk. (Insufficient disk space on the datastore 'ds-02'.)",
      "An error occurred while taking a snapshot. (Insufficient disk space on the datastore 'Silver 3'.)",
      "Processing {vm} Error: Failed to reconfigure the replica. (An error occurred while extending the disk: Insufficient disk space on the datastore 'ds-04'.)",
      'Processing {vm} Error: Failed to create the replica disk. (Insufficient disk space on the datastore [ds-05])',
      "Failed to create the replica disk. (Insufficient disk space on the datastore 'ds-06'., Insufficient disk space on the datastore 'ds-07'.)",
      "Processing {vm} Error: An error occurred while taking a snapshot. (An error occurred while saving the snapshot: Insufficient disk space on the datastore 'ds-08'., An error occurred while taking a snapshot: Insufficient disk space on the datastore 'ds-08'.)",
      "Insufficient disk space on the datastore 'ds-09'.",
    ],
  },
  {
    cause: 'snapshot: file locked',
    texts: [
      "Processing {vm} Error: An error occurred while taking a snapshot. (Failed to lock the file '[ds-01] {vm}/{vm}.vmdk'.)",
      "Processing {vm} Error: An error occurred while taking a snapshot. (Failed to lock the file '/vmfs/volumes/ds-02/x/x-000001.vmdk'.)",
      'An error occurred while taking a snapshot. (Failed to lock the file "[ds-03] web_front_1/web_front_1.vmdk")',
      'Processing {vm} Error: An error occurred while taking a snapshot. (Failed to lock the file [ds-04] SAP/SAP_2.vmdk.)',
      "An error occurred while taking a snapshot. (While saving the snapshot: Failed to lock the file 'dc1_1.vmdk'.)",
      "Failed to lock the file '[ds 06] {vm}/{vm}.vmdk'",
      'Processing {vm} Error: An error occurred while taking a snapshot. (Failed to lock the file "[ds-07] f/f.vmdk"., Failed to lock the file "[ds-07] f/f_1.vmdk".)',
    ],
  },
  {
    cause: 'disk resized',
    texts: [
      'Disk "Hard disk 1" of {vm} was resized from 40 GB to 501 GB. The replica has to be created anew',
      'Disk "Hard disk 2" of {vm} was resized from 1.5 TB to 2 TB. The replica has to be created anew.',
      "Disk 'Hard disk 13' of {vm} was resized from 40 GB to 50 GB. The replica has to be created anew",
      'Disk scsi0:2 of {vm} was resized from 40 GB to 501 GB. The replica has to be created anew',
      'Processing {vm} Error: Disk "Hard disk 1" of {vm} was resized from 107374182400 bytes to 214748364800 bytes. The replica has to be created anew',
      'Disk "ハードディスク 1" of {vm} was resized from 40 GB to 501 GB. The replica has to be created anew',
      'Disk "Festplatte 3" of "{vm}" was resized from 100 GB to 128 GB. The replica has to be created anew',
    ],
  },
  {
    cause: 'disk added',
    texts: [
      'Disk "Hard disk 4" of {vm} was added after the first run. The replica has to be created anew',
      'Disk "Hard disk 5" of {vm} was added after the first run. The replica has to be created anew.',
      'Disk scsi1:4 of {vm} was added after the first run. The replica has to be created anew',
      'Processing {vm} Error: Disk "Hard disk 4" of {vm} was added after the first run. The replica has to be created anew',
      'Disk "Harddisk 2" of {vm} was added after the first run. The replica has to be created anew',
      'Disk [ds-04] x/x_4.vmdk of {vm} was added after the first run. The replica has to be created anew',
    ],
  },
  {
    cause: 'physical RDM or shared disk',
    texts: [
      'Disk scsi0:1 of {vm} is a physical RDM or shared disk and will be skipped',
      'Disk scsi0:6 of {vm} is a physical RDM or shared disk and will be skipped.',
      'Disk scsi3:15 of "{vm}" is a physical RDM or shared disk and will be skipped',
      'Disk "Hard disk 2" of {vm} is a physical RDM or shared disk and will be skipped',
      'Disk nvme0:1 of {vm} is a physical RDM or shared disk and will be skipped',
      'Processing {vm} Warning: Disk scsi0:1 of {vm} is a physical RDM or shared disk and will be skipped',
      'disk scsi2:0 of {vm} is a physical RDM or shared disk and will be skipped',
    ],
  },
  {
    cause: 'snapshots before first run',
    texts: [
      'VM {vm} has 1 snapshot, it must be removed before the first run',
      'VM {vm} has 4 snapshots, they must be removed before the first run',
      'VM "{vm}" has 2 snapshots, they must be removed before the first run.',
      'VM {vm} has 11 snapshots, they must be removed before the first run',
      'Processing {vm} Error: VM {vm} has 3 snapshots, they must be removed before the first run',
      'VM {vm} has 2 snapshots, they must be removed before the first run',
      'VM {vm} has 1 snapshot, it must be removed before the first run.',
      'VM {vm} has 7 snapshots, they must be removed before the first run',
    ],
  },
]
