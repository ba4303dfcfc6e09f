import * as z from 'zod'
import { selectionShape } from './sessions.ts'

const { sort: _sortOfSessions, ...sessionsFilters } = selectionShape

/**
 * Query of `GET /api/overview`: the filters of Sessions. They are held against the session by which a
 * policy is judged; health, policy and backup server against the policy itself. A policy that is missing
 * has no such session: its names alone are held against `q` and `filter`, and no time leaves it out.
 */
export const overviewQuerySchema = z.strictObject(sessionsFilters)
export type OverviewQuery = z.output<typeof overviewQuerySchema>
