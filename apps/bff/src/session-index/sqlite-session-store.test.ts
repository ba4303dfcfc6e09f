import { openSampleIndex } from './reader/open-sample-index.ts'
import { describeSessionStore } from './session-store-battery.ts'

describeSessionStore('SQLite', async () => openSampleIndex())
