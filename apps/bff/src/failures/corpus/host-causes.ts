import type { CorpusCause } from './corpus-cause.ts'

/** ESXi hosts, clusters and the I/O filter on them. */
export const hostCauses: readonly CorpusCause[] = [
  {
    cause: 'host overloaded',
    texts: [
      'Source host esx-01.lab is overloaded: I/O of {vm} could not be intercepted in time, 113 requests are waiting (CPU 97%)',
      'Source host esx-02.lab is overloaded: I/O of {vm} could not be intercepted in time, 1 request is waiting (CPU 100 %)',
      'Source host 10.9.8.7 is overloaded: I/O of {vm} could not be intercepted in time, 2 300 requests are waiting (CPU 91%)',
      'Source host ESX-04 is overloaded: I/O of {vm} could not be intercepted in time, 87 requests are waiting (CPU 99.5%).',
      'Source host esx-05.dc2.example.com is overloaded: I/O of {vm} could not be intercepted in time, 14 requests are waiting (CPU 98%)',
      'Processing {vm} Warning: Source host esx-06.lab is overloaded: I/O of {vm} could not be intercepted in time, 5 requests are waiting (CPU 97%)',
      'Source host esx_07 is overloaded: I/O of {vm} could not be intercepted in time, 900 requests are waiting (CPU 96%)',
    ],
  },
  {
    cause: 'host in maintenance',
    texts: [
      'Target host esx-01.lab has entered maintenance mode. Replication of {vm} is suspended since 11/22/2026 1:00:08 AM',
      'Target host esx-02.lab has entered maintenance mode. Replication of {vm} is suspended since 22.11.2026 01:00:08',
      'Target host esx-03.lab has entered maintenance mode. Replication of {vm} is suspended since 2026-11-22 01:00:08.',
      'Target host 10.0.0.4 has entered maintenance mode. Replication of {vm} is suspended since 22 Nov 2026 01:00',
      'Target host "esx-05" has entered maintenance mode. Replication of {vm} is suspended since 2026-11-22T01:00:08.5311Z',
      'Target host esx-06.lab has entered maintenance mode. Replication of {vm} is suspended since 2026/11/22 1:00:08',
      'Target host esx-07.lab has entered maintenance mode. Replication of {vm} is suspended since 22. november 2026 kl. 01:00',
      'Processing {vm} Warning: Target host esx-08.lab has entered maintenance mode. Replication of {vm} is suspended since 01:00:08',
    ],
  },
  {
    cause: 'host gone from cluster',
    texts: [
      'Host esx-01.lab is no longer in the cluster cl-03. Unable to find a target for {vm} [moref host-1234]',
      'Host esx-02.lab is no longer in the cluster "Oslo A". Unable to find a target for {vm} [moref host-77]',
      "Host 10.0.0.3 is no longer in the cluster 'cl-05'. Unable to find a target for {vm} [moref host-9]",
      'Host esx-04.lab is no longer in the cluster cl_06. Unable to find a target for {vm} [moref host-10021]',
      'Host bergen is no longer in the cluster cl-07. Unable to find a target for {vm} [moref host-31]',
      'Processing {vm} Error: Host esx-06.lab is no longer in the cluster cl-03. Unable to find a target for {vm} [moref host-1236].',
      'Host esx-07.lab is no longer in the cluster cl-03. Unable to find a target for {vm} [moref host-8]',
    ],
  },
  {
    cause: 'I/O filter missing',
    texts: [
      'I/O filter is not installed on host esx-01.lab. Install it on all hosts of the cluster before VM "{vm}" can be processed.',
      'I/O filter is not installed on host esx-02.lab. Install it on all hosts of the cluster before VM "{vm}" can be processed',
      'I/O filter is not installed on host 10.0.0.3. Install it on all hosts of the cluster before VM {vm} can be processed.',
      'I/O filter is not installed on host "esx 04". Install it on all hosts of the cluster before VM "{vm}" can be processed.',
      'Processing {vm} Error: I/O filter is not installed on host esx-05.lab. Install it on all hosts of the cluster before VM "{vm}" can be processed.',
      'I/O filter is not installed on host tromso. Install it on all hosts of the cluster before VM "{vm}" can be processed.',
      'I/O FILTER IS NOT INSTALLED ON HOST ESX-07.LAB. Install it on all hosts of the cluster before VM "{vm}" can be processed.',
    ],
  },
  {
    cause: 'I/O filter of another version',
    texts: [
      'I/O filter on host esx-01.lab is of version 13.0.0.1044, version 13.0.1.2067 is required (VM: {vm})',
      'I/O filter on host esx-02.lab is of version 12.3.2.3617, version 13.0.1.2067 is required (VM: {vm})',
      'I/O filter on host esx-03.lab is of version 13.0.1.20, version 13.0.1.206 is required (VM: "{vm}")',
      'I/O filter on host 10.0.0.4 is of version 12.0.0.1420, version 13.0.1.2067 is required (VM: {vm}).',
      'Processing {vm} Error: I/O filter on host esx-05.lab is of version 13.0.0.1044, version 13.1.0.411 is required (VM: {vm})',
      'I/O filter on host esx-06 is of version 13.0, version 13.1 is required (VM: {vm})',
      'I/O filter on host esx-07.lab is of version 13.0.0.1044, version 13.0.1.2067 is required (VM: {vm})',
    ],
  },
  {
    cause: 'I/O filter of another server',
    texts: [
      'I/O filter of cluster cl-01 belongs to another backup server {6f9619ff-8b86-d011-b42d-00cf4fc964ff}',
      'I/O filter of cluster cl-02 belongs to another backup server {AB9619FF-8B86-D011-B42D-00CF4FC964FF}.',
      'I/O filter of cluster "Oslo A" belongs to another backup server 6f9619ff-8b86-d011-b42d-00cf4fc964ff',
      'I/O filter of cluster cl_04 belongs to another backup server urn:veeam:BackupServer:6f9619ff-8b86-d011-b42d-00cf4fc964ff',
      'Processing {vm} Error: I/O filter of cluster cl-05 belongs to another backup server {0f9619ff-8b86-d011-b42d-00cf4fc964f0}',
      'I/O filter of cluster cl-06 belongs to another backup server vbr-99.lab.local',
      'I/O filter of cluster cl-07 belongs to another backup server {server}',
    ],
  },
  {
    cause: 'VIB exists',
    texts: [
      "The specified key, name or identifier 'vibUrl' already exists. The VIB contains the same filter as the one to be upgraded",
      "The specified key, name or identifier 'vibUrl' already exists. The VIB contains the same filter as the one to be upgraded.",
      "Processing {vm} Error: The specified key, name or identifier 'vibUrl' already exists. The VIB contains the same filter as the one to be upgraded",
      'The specified key, name or identifier "vibUrl" already exists. The VIB contains the same filter as the one to be upgraded',
      "The specified key, name or identifier 'vibUrl' already exists.\r\nThe VIB contains the same filter as the one to be upgraded",
      'the specified key, name or identifier ‘vibUrl’ already exists. The VIB contains the same filter as the one to be upgraded',
    ],
  },
  {
    cause: 'filter reconfiguration fault',
    texts: [
      'Failed to apply the storage policy "CDP Replication" to host esx-01.lab: vim.fault.IORMNotSupportedHostOnDatastore',
      'Failed to apply the storage policy "VM Encryption + CDP" to host esx-02.lab: vim.fault.IORMNotSupportedHostOnDatastore',
      'Failed to apply the storage policy "CDP" to host 10.0.0.3: vim.fault.IORMNotSupportedHostOnDatastore.',
      'Processing {vm} Error: Failed to apply the storage policy "CDP Replication" to host esx-04.lab: vim.fault.IORMNotSupportedHostOnDatastore',
      'Failed to apply the storage policy "CDP Replication" to host esx-05.lab: vim.fault.IORMNotSupportedHostOnDatastore',
      'Failed to apply the storage policy [CDP Replication] to host esx-06.lab: vim.fault.IORMNotSupportedHostOnDatastore',
    ],
  },
  {
    cause: 'filter apply: host not connected',
    texts: [
      'Failed to apply the storage policy "CDP Replication" to host esx-01.lab: vim.fault.HostNotConnected',
      'Failed to apply the storage policy "CDP" to host esx-02.lab: vim.fault.HostNotConnected.',
      'Failed to apply the storage policy "CDP Replication" to host esx-03.lab:443: vim.fault.HostNotConnected',
      'Processing {vm} Error: Failed to apply the storage policy "CDP Replication" to host esx-04.lab: vim.fault.HostNotConnected',
      'Failed to apply the storage policy "CDP Replication" to host 172.20.0.5: vim.fault.HostNotConnected',
      'Failed to apply the storage policy "Gold" to host esx-06.lab: vim.fault.HostNotConnected',
    ],
  },
]
