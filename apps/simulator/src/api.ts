import type { Clock } from './clock.ts'
import type { Estate } from './estate/estate.ts'
import type { Logon, Logons } from './logons.ts'
import type { JsonCase } from './wire/json.ts'
import type { WireObject, WireValue } from './wire/value.ts'

/** What can be changed while the simulator runs. */
export interface Settings {
  latencyMs: number
  jsonCase: JsonCase
  bom: boolean
  maxPageSize: number
}

/** All that resources work with. */
export interface Simulation {
  readonly estate: Estate
  readonly clock: Clock
  readonly logons: Logons
  readonly settings: Settings
}

/** A request to a resource of the API. */
export interface ApiRequest {
  readonly simulation: Simulation
  /** The last part of the path where the route has an {id}. */
  readonly id: string
  readonly authorization: string | undefined
  /** A query parameter, by its name in any letter case. */
  readonly parameter: (name: string) => string | undefined
  /** All parameters in their order. */
  readonly parameters: readonly (readonly [name: string, value: string])[]
}

/** A request that has been authenticated. */
export interface LoggedOnRequest extends ApiRequest {
  readonly logon: Logon
}

/** What a resource answers; how it is printed depends on the Accept header and the settings. */
export type ApiAnswer =
  | {
      readonly kind: 'document'
      readonly status: 200 | 201
      /** The root element in XML. */
      readonly root: string
      readonly body: WireObject
      readonly headers?: Readonly<Record<string, string>>
    }
  /** A list of any length, printed entry by entry. */
  | {
      readonly kind: 'list'
      readonly root: string
      /** The name of the list in JSON. */
      readonly name: string
      readonly items: Iterable<WireValue>
    }
  | { readonly kind: 'nothing' }

/** A document with status 200. */
export function document(root: string, body: WireObject): ApiAnswer {
  return { kind: 'document', status: 200, root, body }
}

/** Whether entities are asked for rather than references: EM takes both words everywhere. */
export function wantsEntities(request: ApiRequest): boolean {
  const format = request.parameter('format')?.toLowerCase()
  return format === 'entity' || format === 'entities'
}
