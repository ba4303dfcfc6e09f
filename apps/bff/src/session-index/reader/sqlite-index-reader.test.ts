import { describeIndexReader } from './index-reader-battery.ts'
import { openSampleIndex } from './open-sample-index.ts'

describeIndexReader('SQLite', async () => openSampleIndex())
