import { type Round, type Route, runRound } from './load.ts'
import { median, quantile } from './statistics.ts'

/** What one route did over all rounds. */
export interface Measured {
  name: string
  /** Requests per second: the median of the rounds. */
  throughput: number
  /** Milliseconds: the median of the rounds' own medians. */
  p50Ms: number
  /** Milliseconds, over the requests of all rounds: one round has too few for it. */
  p99Ms: number
}

interface Plan {
  rounds: number
  requestsPerRound: number
  atATime: number
}

/**
 * Asks all routes in turn, round by round, so that whatever else the machine does hits them alike;
 * one round of each is thrown away before.
 */
export async function compare(routes: readonly Route[], plan: Plan): Promise<Measured[]> {
  const load = { requests: plan.requestsPerRound, atATime: plan.atATime }
  const byRoute = routes.map((route): { route: Route; rounds: Round[] } => ({ route, rounds: [] }))
  for (const { route } of byRoute) await runRound(route, load)
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const { route, rounds } of byRoute) rounds.push(await runRound(route, load))
  }
  return byRoute.map(({ route, rounds }) => ({
    name: route.name,
    throughput: median(rounds.map((round) => round.throughput)),
    p50Ms: median(rounds.map((round) => quantile(round.latenciesMs, 0.5))),
    p99Ms: quantile(
      rounds.flatMap((round) => round.latenciesMs),
      0.99,
    ),
  }))
}
