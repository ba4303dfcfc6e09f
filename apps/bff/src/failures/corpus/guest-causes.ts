import type { CorpusCause } from './corpus-cause.ts'

/** Guests: quiescing, VSS, scripts. */
export const guestCauses: readonly CorpusCause[] = [
  {
    cause: 'quiesce failed',
    texts: [
      "Processing {vm} Error: An error occurred while quiescing the virtual machine. See the virtual machine's event log for details. (An error occurred while saving the snapshot: Failed to quiesce the virtual machine., An error occurred while taking a snapshot: Failed to quiesce the virtual machine.)",
      "Processing {vm} Error: An error occurred while quiescing the virtual machine. See the virtual machine's event log for details. (An error occurred while saving the snapshot: Failed to quiesce the virtual machine.)",
      "An error occurred while quiescing the virtual machine. See the virtual machine's event log for details. (An error occurred while saving the snapshot: Failed to quiesce the virtual machine., An error occurred while taking a snapshot: Failed to quiesce the virtual machine.)",
      'Processing {vm} Error: Failed to quiesce the virtual machine.',
      'Failed to quiesce the virtual machine',
      'Processing {vm} Error: An error occurred while taking a snapshot. (Failed to quiesce the virtual machine.)',
      "Processing {vm} Error: An error occurred while quiescing the virtual machine.\r\nSee the virtual machine's event log for details.\r\n(An error occurred while saving the snapshot: Failed to quiesce the virtual machine.,\r\nAn error occurred while taking a snapshot: Failed to quiesce the virtual machine.)",
      'Processing "{vm}" Error: An error occurred while quiescing the virtual machine. See the virtual machine\'s event log for details. (An error occurred while saving the snapshot: Failed to quiesce the virtual machine., An error occurred while taking a snapshot: Failed to quiesce the virtual machine.).',
    ],
  },
  {
    cause: 'quiesce: tools not running',
    texts: [
      "Processing {vm} Error: An error occurred while quiescing the virtual machine. See the virtual machine's event log for details. (An error occurred while saving the snapshot: The guest tools of the virtual machine are not running.)",
      "Processing {vm} Error: An error occurred while quiescing the virtual machine. See the virtual machine's event log for details. (An error occurred while saving the snapshot: The guest tools of the virtual machine are not running., An error occurred while taking a snapshot: The guest tools of the virtual machine are not running.)",
      'The guest tools of the virtual machine are not running.',
      'Processing {vm} Error: The guest tools of the virtual machine are not running',
      'An error occurred while taking a snapshot. (The guest tools of the virtual machine are not running.)',
      'Processing {vm} Error: An error occurred while taking a snapshot. (The guest tools of the virtual machine are not running)',
    ],
  },
  {
    cause: 'VSS FinishSnapshot 0x800401fd',
    texts: [
      "Failed to call RPC function 'Vss.FinishSnapshot': Error code: 0x800401fd. Failed to invoke func [FinishSnapshot]",
      "Failed to call RPC function 'Vss.FinishSnapshot': Error code: 0x800401fd. Failed to invoke func [FinishSnapshot].",
      "Processing {vm} Error: Failed to call RPC function 'Vss.FinishSnapshot': Error code: 0x800401fd. Failed to invoke func [FinishSnapshot]",
      "Failed to call RPC function 'Vss.FinishSnapshot': Error code: 0x800401FD. Failed to invoke func [FinishSnapshot]",
      'Failed to call RPC function "Vss.FinishSnapshot": error code: 0x800401fd. Failed to invoke func [FinishSnapshot]',
      "Failed to call RPC function 'Vss.FinishSnapshot':\r\nError code: 0x800401fd.\r\nFailed to invoke func [FinishSnapshot]",
    ],
  },
  {
    cause: 'VSS FinishSnapshot 0x80042306',
    texts: [
      "Failed to call RPC function 'Vss.FinishSnapshot': Error code: 0x80042306. Failed to invoke func [FinishSnapshot]",
      "Failed to call RPC function 'Vss.FinishSnapshot': Error code: 0x80042306. Failed to invoke func [FinishSnapshot].",
      "Processing {vm} Error: Failed to call RPC function 'Vss.FinishSnapshot': Error code: 0x80042306. Failed to invoke func [FinishSnapshot]",
      "Failed to call RPC function 'Vss.FinishSnapshot': Error code 0x80042306. Failed to invoke func [FinishSnapshot]",
      "failed to call RPC function 'Vss.FinishSnapshot': Error code: 0x80042306. Failed to invoke func [FinishSnapshot]",
      "Error: Failed to call RPC function 'Vss.FinishSnapshot': Error code: 0x80042306. Failed to invoke func [FinishSnapshot]",
    ],
  },
  {
    cause: 'VSS PrepareSnapshot 0x800401fd',
    texts: [
      "Failed to call RPC function 'Vss.PrepareSnapshot': Error code: 0x800401fd. Failed to invoke func [PrepareSnapshot]",
      "Failed to call RPC function 'Vss.PrepareSnapshot': Error code: 0x800401fd. Failed to invoke func [PrepareSnapshot].",
      "Processing {vm} Error: Failed to call RPC function 'Vss.PrepareSnapshot': Error code: 0x800401fd. Failed to invoke func [PrepareSnapshot]",
      "Failed to call RPC function 'Vss.PrepareSnapshot': Error code: 0x800401FD. Failed to invoke func [PrepareSnapshot]",
      'Failed to call RPC function "Vss.PrepareSnapshot": error code: 0x800401fd. Failed to invoke func [PrepareSnapshot]',
      "FAILED to call RPC function 'Vss.PrepareSnapshot': Error code: 0x800401fd. Failed to invoke func [PrepareSnapshot]",
    ],
  },
  {
    cause: 'VSS writer SQL failed',
    texts: [
      "VSSControl: -2147212302 Cannot create a shadow copy of the volumes containing writer's data on {vm}. A VSS critical writer has failed. Writer name: [SqlServerWriter]. Class ID: [{a65faa63-5ea8-4ebc-9dbd-a0c4db26912a}]",
      "VSSControl: -2147212302 Cannot create a shadow copy of the volumes containing writer's data on {vm}. A VSS critical writer has failed. Writer name: [SqlServerWriter]. Class ID: [{b65faa63-5ea8-4ebc-9dbd-a0c4db26912b}].",
      "Processing {vm} Error: VSSControl: -2147212302 Cannot create a shadow copy of the volumes containing writer's data on {vm}. A VSS critical writer has failed. Writer name: [SqlServerWriter]. Class ID: [{a65faa63-5ea8-4ebc-9dbd-a0c4db26912a}]",
      "VSSControl: -2147212302 Cannot create a shadow copy of the volumes containing writer's data on {vm}. A VSS critical writer has failed. Writer name: [SqlServerWriter]. Class ID: [a65faa63-5ea8-4ebc-9dbd-a0c4db26912a]",
      'VSSControl: -2147212302 Cannot create a shadow copy of the volumes containing writer\'s data on "{vm}". A VSS critical writer has failed. Writer name: [SqlServerWriter]. Class ID: [{A65FAA63-5EA8-4EBC-9DBD-A0C4DB26912A}]',
      'VSSControl: -2147212302 Cannot create a shadow copy of the volumes containing writer’s data on {vm}. A VSS critical writer has failed. Writer name: [SqlServerWriter]. Class ID: [{c65faa63-5ea8-4ebc-9dbd-a0c4db26912a}]',
    ],
  },
  {
    cause: 'VSS writer Exchange failed',
    texts: [
      "VSSControl: -2147212302 Cannot create a shadow copy of the volumes containing writer's data on {vm}. A VSS critical writer has failed. Writer name: [Microsoft Exchange Writer]. Class ID: [{76fe1ac4-15f7-4bcd-987e-8e1acb462fb7}]",
      "VSSControl: -2147212302 Cannot create a shadow copy of the volumes containing writer's data on {vm}. A VSS critical writer has failed. Writer name: [Microsoft Exchange Writer]. Class ID: [{86fe1ac4-15f7-4bcd-987e-8e1acb462fb7}].",
      "Processing {vm} Error: VSSControl: -2147212302 Cannot create a shadow copy of the volumes containing writer's data on {vm}. A VSS critical writer has failed. Writer name: [Microsoft Exchange Writer]. Class ID: [{76fe1ac4-15f7-4bcd-987e-8e1acb462fb7}]",
      "VSSControl: -2147212302 Cannot create a shadow copy of the volumes containing writer's data on {vm}. A VSS critical writer has failed. Writer name: [Microsoft Exchange Writer]. Class ID: [76fe1ac4-15f7-4bcd-987e-8e1acb462fb7]",
      "VSSControl: -2147212302 Cannot create a shadow copy of the volumes containing writer's data on {vm}. A VSS critical writer has failed. Writer name: [Microsoft Exchange Writer]. Class ID: [{06fe1ac4-15f7-4bcd-987e-8e1acb462fb7}]",
    ],
  },
  {
    cause: 'pre-freeze script failed',
    texts: [
      'Pre-freeze script on {vm} ended with exit code 1 after 12 seconds\r\n  at 11/22/2026 1:00:08 AM\r\n  stderr: cannot open /var/run/app-101.pid',
      'Pre-freeze script on {vm} ended with exit code 137 after 1 second\n  at 22.11.2026 01:00:08\n  stderr: cannot open /var/run/oracle.pid',
      'Pre-freeze script on {vm} ended with exit code 255 after 5 min 3 sec\r\n  at 2026-11-22 01:00:08\r\n  stderr: cannot open /run/sap/SAP_00.pid',
      'Pre-freeze script on "{vm}" ended with exit code 2 after 899 seconds\r\n  at 11/22/2026 1:00:08 PM\r\n  stderr: cannot open /var/run/app-7.pid',
      'Pre-freeze script on {vm} ended with exit code -1 after 30 seconds\r\n  at 2026-11-22T01:00:08Z\r\n  stderr: cannot open /tmp/x.pid',
      'Processing {vm} Error: Pre-freeze script on {vm} ended with exit code 1 after 12 seconds\r\n  at 2026/11/22 1:00:08\r\n  stderr: cannot open /var/run/app-101.pid',
    ],
  },
  {
    cause: 'post-thaw script failed',
    texts: [
      'Post-thaw script on {vm} ended with exit code 1 after 12 seconds\r\n  at 11/22/2026 1:00:08 AM\r\n  stderr: cannot open /var/run/app-101.pid',
      'Post-thaw script on {vm} ended with exit code 137 after 1 second\n  at 22.11.2026 01:00:08\n  stderr: cannot open /var/run/oracle.pid',
      'Post-thaw script on {vm} ended with exit code 255 after 5 min 3 sec\r\n  at 2026-11-22 01:00:08\r\n  stderr: cannot open /run/sap/SAP_00.pid',
      'Post-thaw script on "{vm}" ended with exit code 2 after 899 seconds\r\n  at 11/22/2026 1:00:08 PM\r\n  stderr: cannot open /var/run/app-7.pid',
      'Post-thaw script on {vm} ended with exit code 3 after 30 seconds\r\n  at 2026-11-22T01:00:08Z\r\n  stderr: cannot open /tmp/x.pid',
    ],
  },
  {
    cause: 'VM powered off',
    texts: [
      'VM {vm} is powered off. Only running virtual machines can be replicated',
      'VM {vm} is powered off. Only running virtual machines can be replicated.',
      'VM "{vm}" is powered off. Only running virtual machines can be replicated',
      "VM '{vm}' is powered off. Only running virtual machines can be replicated",
      'Processing {vm} Error: VM {vm} is powered off. Only running virtual machines can be replicated',
      'VM «{vm}» is powered off. Only running virtual machines can be replicated',
      'VM {vm} is powered off.  Only running virtual machines can be replicated',
      'VM {vm} is powered off. Only running virtual machines can be replicated',
    ],
  },
  {
    cause: 'guest credentials refused',
    texts: [
      'Failed to connect to the guest of {vm} as LAB\\backup: Win32 error: Access is denied. Code: 5',
      'Failed to connect to the guest of {vm} as CORP\\svc-veeam: Win32 error: Access is denied. Code: 5',
      'Failed to connect to the guest of {vm} as veeam@corp.example.com: Win32 error: Access is denied. Code: 5.',
      'Processing {vm} Error: Failed to connect to the guest of {vm} as .\\Administrator: Win32 error: Access is denied. Code: 5',
      'Failed to connect to the guest of {vm} as LAB\\anna.berg: Win32 error: Access is denied. Code: 5',
      'Failed to connect to the guest of {vm} as LAB\\backup$: Win32 error: Access is denied. Code: 5',
    ],
  },
  {
    cause: 'guest not reachable',
    texts: [
      'Failed to connect to the guest of {vm} as LAB\\backup: Win32 error: The network path was not found. Code: 53',
      'Failed to connect to the guest of {vm} as CORP\\svc-veeam: Win32 error: The network path was not found. Code: 53',
      'Failed to connect to the guest of {vm} as veeam@corp.example.com: Win32 error: The network path was not found. Code: 53.',
      'Processing {vm} Error: Failed to connect to the guest of {vm} as LAB\\adm-7: Win32 error: The network path was not found. Code: 53',
      'Failed to connect to the guest of {vm} as LAB\\anna.berg: Win32 error: The network path was not found. Code: 53',
      'Failed to connect to the guest of {vm} as LAB\\x: Win32 error: The network path was not found. Code: 53',
    ],
  },
]
