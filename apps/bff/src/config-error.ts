/** Ends the start; its message names each wrong variable, what is wrong with it, and an example. */
export class ConfigError extends Error {}
