import { createClient } from '../electron/contract/client.ts'
import { HttpTransport } from './transport/http-transport.ts'
import { WatchedTransport } from './transport/watched-transport.ts'

const transport = new WatchedTransport(
  window.lambdaStudio ??
    new HttpTransport({
      baseUrl: document.baseURI,
      fetch: window.fetch.bind(window),
      openEvents: (url) => new EventSource(url),
    }),
)

/** The studio, wherever it runs: the one thing that features call. */
export const studio = createClient(transport)

/** Listens for what the studio tells unasked. */
export const onStudioEvent = transport.on.bind(transport)

/** Told whenever the studio stops or starts to answer. */
export const onConnectionChange = transport.onConnectionChange.bind(transport)

/** Told whenever the studio comes back after it told something that was not heard: what shows is to be read anew. */
export const onStudioResume = transport.onResume.bind(transport)
