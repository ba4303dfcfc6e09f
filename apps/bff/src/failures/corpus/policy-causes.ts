import type { CorpusCause } from './corpus-cause.ts'

/** Policies, sessions, services, licences. */
export const policyCauses: readonly CorpusCause[] = [
  {
    cause: 'RPO missed',
    texts: [
      'Restore point of {vm} was not transferred to the target within the RPO of 15 sec: it is late by 41 sec',
      'Restore point of {vm} was not transferred to the target within the RPO of 5 min: it is late by 53 min 15 sec',
      'Restore point of {vm} was not transferred to the target within the RPO of 15 seconds: it is late by 1 minute and 5 seconds.',
      'Restore point of {vm} was not transferred to the target within the RPO of 1 h: it is late by 1 d 0 h',
      'Restore point of "{vm}" was not transferred to the target within the RPO of 2 sec: it is late by 00:05:12',
      'Processing {vm} Warning: Restore point of {vm} was not transferred to the target within the RPO of 60 min: it is late by 2 h',
      'Restore point of {vm} was not transferred to the target within the RPO of 30 sec: it is late by 7 min',
      'Restore point of {vm} was not transferred to the target within the RPO of 15s: it is late by 1.5 hours',
    ],
  },
  {
    cause: 'RPO threshold warned of',
    texts: [
      'Restore point of {vm} was transferred to the target 41 sec late, the RPO is 15 sec',
      'Restore point of {vm} was transferred to the target 2 min 3 sec late, the RPO is 1 min',
      'Restore point of "{vm}" was transferred to the target 3 sec late, the RPO is 2 sec.',
      'Restore point of {vm} was transferred to the target 1 h 1 min late, the RPO is 15 min',
      'Processing {vm} Warning: Restore point of {vm} was transferred to the target 41 seconds late, the RPO is 15 seconds',
      'Restore point of {vm} was transferred to the target 00:00:41 late, the RPO is 00:00:15',
    ],
  },
  {
    cause: 'session summary',
    texts: [
      'Policy session finished with errors after 1440 minutes: 1 of 14 VMs was not replicated ({vm})',
      'Policy session finished with errors after 12 minutes: 2 of 14 VMs were not replicated ({vm}, sql-09)',
      'Policy session finished with errors after 1440 minutes: 5 of 40 VMs were not replicated ({vm}, a-1, a-2, a-3, a-4)',
      'Policy session finished with errors after 97 minutes: 9 of 140 VMs were not replicated ({vm}, b-1, b-2, b-3, b-4 and 4 more)',
      'Policy session finished with errors after 1 minute: 2 of 2 VMs were not replicated ({vm} and dc2.corp.example.com)',
      'Policy session finished with errors after 1440 minutes: 7 of 8 VMs were not replicated ({vm}, c-1, c-2, c-3, c-4 and 2 more).',
      'Policy session finished with errors after 3 minutes: 1 of 1 VM was not replicated ("{vm}")',
    ],
  },
  {
    cause: 'coordinator not running',
    texts: [
      'CDP Coordinator service on {server} is not running. Unable to process VM {vm}',
      'CDP Coordinator service on {server} is not running. Unable to process VM {vm}.',
      'CDP Coordinator service on "{server}" is not running. Unable to process VM "{vm}"',
      'CDP Coordinator service on {server}.lab is not running. Unable to process VM {vm}',
      'Processing {vm} Error: CDP Coordinator service on {server} is not running. Unable to process VM {vm}',
      'CDP Coordinator service on 10.1.0.4 is not running. Unable to process VM {vm}',
      'CDP Coordinator service on {server}:9509 is not running. Unable to process VM {vm}',
    ],
  },
  {
    cause: 'data mover service not running',
    texts: [
      'CDP Data Mover service on {proxy} is not running. Unable to process VM {vm}',
      'CDP Data Mover service on {proxy} is not running. Unable to process VM {vm}.',
      'CDP Data Mover service on "{proxy}" is not running. Unable to process VM "{vm}"',
      'CDP Data Mover service on {proxy} is not running. Unable to process VM {vm}',
      'Processing {vm} Error: CDP Data Mover service on {proxy} is not running. Unable to process VM {vm}',
      'CDP Data Mover service on prx-44.lab is not running. Unable to process VM {vm}',
      'CDP Data Mover service on {proxy}:6182 is not running. Unable to process VM {vm}',
    ],
  },
  {
    cause: 'licence exceeded',
    texts: [
      'You have exceeded your licensed limit of 20 instances by 10',
      'You have exceeded your licensed limit of 20 instances by 1.',
      'You have exceeded your licensed limit of 1 instance by 3',
      'You have exceeded your licensed limit of 1,000 instances by 250',
      'Error: You have exceeded your licensed limit of 60 instances by 12',
      'Processing {vm} Error: You have exceeded your licensed limit of 20 instances by 11',
      'you have exceeded your licensed limit of 20 instances by 10',
      'You have exceeded your licensed limit of 180 instances by 30',
    ],
  },
  {
    cause: 'data sovereignty',
    texts: [
      'Potential data sovereignty violation: target esx-01.lab location Norway does not match source prx-01 location Germany',
      'Potential data sovereignty violation: target {proxy} location Sweden does not match source esx-02.lab location Norway.',
      'Potential data sovereignty violation: target ds-03 location Oslo DC 1 does not match source {vm} location Bergen',
      'Potential data sovereignty violation: target frankfurt location Germany does not match source oslo location Norway',
      'Potential data sovereignty violation: target "esx 5" location New York does not match source {vm} location São Paulo',
      'Processing {vm} Warning: Potential data sovereignty violation: target {proxy} location 日本 does not match source vcsa.lab location Österreich',
      'Potential data sovereignty violation: target esx-01.lab location <None> does not match source prx-01 location Germany',
      'Potential data sovereignty violation: target Cluster A location Norway does not match source Cluster B location Finland',
    ],
  },
  {
    cause: 'already in another policy',
    texts: [
      'VM {vm} (vm-10023) is already processed by another policy, id 6f9619ff-8b86-d011-b42d-00cf4fc964ff',
      'VM {vm} (vm-7) is already processed by another policy, id {0f9619ff-8b86-d011-b42d-00cf4fc964f1}',
      'VM "{vm}" (vm-881) is already processed by another policy, id 6f9619ff-8b86-d011-b42d-00cf4fc964ff.',
      'VM {vm} (vm-999999) is already processed by another policy, id urn:veeam:CdpPolicy:6f9619ff-8b86-d011-b42d-00cf4fc964ff',
      'Processing {vm} Error: VM {vm} (vm-10024) is already processed by another policy, id 6f9619ff-8b86-d011-b42d-00cf4fc964ff',
      'VM {vm} (50123456789abcdef) is already processed by another policy, id 12',
      'VM {vm} (vm-10023) is already processed by another policy, id "Nightly 2"',
    ],
  },
  {
    cause: 'waiting for proxy timed out',
    texts: [
      'Failed to start policy session: timeout of 60 seconds while waiting for CDP proxy {proxy}',
      'Failed to start policy session: timeout of 5 minutes while waiting for CDP proxy {proxy}.',
      'Failed to start policy session: timeout of 1 second while waiting for CDP proxy "{proxy}"',
      'Failed to start policy session: timeout of 120000 ms while waiting for CDP proxy {proxy}',
      'Failed to start policy session: timeout of 00:02:00 while waiting for CDP proxy {proxy}',
      'Failed to start policy session {policy}@2026-11-22T01:00:08.53Z: timeout of 60 seconds while waiting for CDP proxy {proxy}',
      'failed to start policy session: timeout of 300 seconds while waiting for CDP proxy {proxy}',
    ],
  },
  {
    cause: 'stopped by a person',
    texts: [
      'Operation was stopped by user DEMO\\anna.berg at 11/22/2026 1:00:08 AM',
      'Operation was stopped by user VBR-OSLO\\Administrator at 22.11.2026 01:00',
      'Operation was stopped by user k.nowak@corp.example.com at 2026-11-22 01:00:08 UTC',
      'Operation was stopped by user LAB\\svc_veeam at 22 November 2026 01:00:08.',
      'Operation was stopped by user "DEMO\\operator" at Sunday, November 22, 2026 1:00:08 AM',
      'Processing {vm} Error: Operation was stopped by user DEMO\\backup-admin at 2026年11月22日 1:00:08',
      'operation was stopped by user NT-DOM\\x-7 at 11/22/26 01:00',
    ],
  },
  {
    cause: 'vCenter HTTP 503',
    texts: [
      'Failed to log on to vCenter server "vcsa-01.lab" by https://vcsa-01.lab/sdk. The remote server returned an error: (503) Server Unavailable.',
      'Failed to log on to vCenter server "vcsa-02.lab" by https://10.0.0.2:443/sdk. The remote server returned an error: (503) Server Unavailable',
      'Processing {vm} Error: Failed to log on to vCenter server "vcsa-03" by https://vcsa-03.lab:8443/sdk/vimService?wsdl. The remote server returned an error: (503) Server Unavailable.',
      'Failed to log on to vCenter server vcsa-04.lab by https://[2001:db8::4]:443/sdk. The remote server returned an error: (503) Server Unavailable.',
      'Failed to log on to vCenter server "Oslo vCenter" by https://vcsa-05.lab/sdk. The remote server returned an error: (503) Server Unavailable.',
    ],
  },
  {
    cause: 'vCenter HTTP 401',
    texts: [
      'Failed to log on to vCenter server "vcsa-01.lab" by https://vcsa-01.lab/sdk. The remote server returned an error: (401) Unauthorized.',
      'Failed to log on to vCenter server "vcsa-02.lab" by https://10.0.0.2:443/sdk. The remote server returned an error: (401) Unauthorized',
      'Processing {vm} Error: Failed to log on to vCenter server "vcsa-03" by https://vcsa-03.lab:8443/sdk/vimService?wsdl. The remote server returned an error: (401) Unauthorized.',
      'Failed to log on to vCenter server vcsa-04.lab by https://[2001:db8::4]:443/sdk. The remote server returned an error: (401) Unauthorized.',
      'Failed to log on to vCenter server "Oslo vCenter" by https://vcsa-05.lab/sdk. The remote server returned an error: (401) Unauthorized.',
    ],
  },
]
