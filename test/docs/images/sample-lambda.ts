import type { CaseFile } from '../../../electron/contract/models/case.ts'

/** The lambda of the demo that the pictures work on, as it is after a morning's work. */
export const lambdaName = 'Access token: plan and department'

/** Writes a claim that FusionAuth keeps to itself, so that a picture can show how the studio says so. */
export const changedBody = `// Puts what our services decide by into the access token.
function populate(jwt, user, registration, context) {
  const data = user.data || {};
  jwt.plan = data.plan || 'free';
  jwt.department = data.department;
  // The old order service looks people up by e-mail.
  jwt.sub = user.email;

  if (registration) {
    jwt.roles = registration.roles || [];
  }

  const seats = readSeats(user.id);
  if (seats !== undefined) {
    jwt.seats = seats;
  }
  console.info(user.email + ' is on the plan ' + jwt.plan);
}

// Asks the billing service; a login goes on without its answer.
function readSeats(userId) {
  try {
    const response = fetch('https://billing.example.com/seats/' + userId, { method: 'GET' });
    return response.status === 200 ? JSON.parse(response.body).seats : undefined;
  } catch (error) {
    console.error('Billing does not answer: ' + error.message);
    return undefined;
  }
}
`

const user = {
  id: '6b1f0f0e-9f5c-4a52-8f7c-0d8f0b7f2c11',
  email: 'ingrid@example.com',
  firstName: 'Ingrid',
  lastName: 'Solberg',
  active: true,
  verified: true,
  data: { plan: 'team', department: 'Warehouse' },
}
const jwt = { sub: user.id, iss: 'example.com', exp: 1772442930, iat: 1772439330, email: user.email }
const billing = { method: 'GET', url: 'https://billing.example.com/seats/*' }

/** Its cases by name: one fails, so that a picture can show a difference. */
export const cases: Readonly<Record<string, CaseFile>> = {
  'Team customer': {
    input: { jwt, user, registration: { roles: ['clerk', 'reviewer'] } },
    fetch: [{ ...billing, status: 200, body: { seats: 12 } }],
    expect: {
      outcome: 'completed',
      arguments: { jwt: { plan: 'team', department: 'Warehouse', roles: ['clerk', 'reviewer'], seats: 12 } },
      console: ['is on the plan team'],
      dropped: ['/jwt/sub'],
    },
  },
  'Billing is down': {
    input: { jwt, user, registration: { roles: ['clerk'] } },
    fetch: [{ ...billing, error: 'timeout' }],
    expect: { outcome: 'completed', absent: ['/jwt/seats'], console: ['Billing does not answer'] },
  },
  'Trial account': {
    input: { jwt, user: { ...user, data: {} }, registration: { roles: ['guest'] } },
    fetch: [{ ...billing, status: 404 }],
    expect: { outcome: 'completed', arguments: { jwt: { plan: 'trial', roles: ['guest'] } } },
  },
  'Any user': {
    input: { jwt, user, registration: { roles: ['clerk'] } },
    fetch: [{ ...billing, status: 200, body: { seats: 3 } }],
    property: { vary: ['/user/data', '/registration/roles'], runs: 20, seed: 1 },
    expect: { outcome: 'completed' },
  },
}
