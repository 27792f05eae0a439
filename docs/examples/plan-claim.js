// Puts the customer's plan into the token, and says so in the event log.
function populate(jwt, user, registration) {
  if (user.data && user.data.plan) {
    jwt.plan = user.data.plan
    console.info('Plan of ' + user.email + ': ' + jwt.plan)
  }
  jwt.roles = registration ? registration.roles : []
}
