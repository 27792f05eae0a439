import type { JsonObject } from '../../../contract/json.ts'

/** Where the requests of the samples come from. */
export const eventInfo = {
  ipAddress: '203.0.113.24',
  deviceName: 'Firefox on Linux',
  deviceDescription: 'Linux Firefox',
  deviceType: 'BROWSER',
  os: 'Linux',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:148.0) Gecko/20100101 Firefox/148.0',
  location: {
    city: 'Bergen',
    region: 'Vestland',
    country: 'NO',
    zipcode: '5003',
    latitude: 60.39,
    longitude: 5.32,
    displayString: 'Bergen, Vestland, NO',
  },
} satisfies JsonObject
