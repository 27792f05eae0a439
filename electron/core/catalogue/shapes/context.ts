import type { Shape } from './shape.ts'

/** What FusionAuth offers through the context; the studio adds it to a run, an input cannot hold it. */
export const services: Shape = {
  name: 'Services',
  needs: [],
  text: `/** What FusionAuth offers to a lambda. */
interface Services {
  /** Secrets from Key Master. Since 1.64.0. */
  secrets: {
    /** The value of the secret with this name in Key Master. What an unknown name gives is not documented. */
    get(name: string): string
  }
}`,
}

/** The context of most types: services alone. */
export const context: Shape = {
  name: 'Context',
  needs: [services],
  text: `/** Request context. FusionAuth adds the services when the function declares this parameter. Since 1.64.0. */
interface Context extends ContextFacts {
  services: Services
}

/** The part of the context that an input holds; a run adds \`services.secrets.get(name)\` to it. */
interface ContextFacts {}`,
}

/** The context of JWTPopulate. */
export const tokenContext: Shape = {
  name: 'TokenContext',
  needs: [services],
  text: `/** Request context of a token. FusionAuth adds the services when the function declares this parameter. */
interface TokenContext extends TokenContextFacts {
  /** Since 1.64.0. */
  services: Services
}

/** The part of the context that an input holds; a run adds \`services.secrets.get(name)\` to it. */
interface TokenContextFacts {
  /** OAuth scopes that were asked for. Since 1.59.0. */
  scopes?: string[]
}`,
}
