/** Says why somebody who is known to Microsoft is not admitted. */

const REASONS = {
  OTHER_TENANT: ['Your account belongs to another tenant.', 'Sign in with an account of the tenant that this directory is kept equal to.'],
  GUEST: ['You are a guest in this tenant.', 'Guests are never admitted, whatever their role. Ask for an account of the tenant’s own.'],
  NO_ADMINISTRATOR: ['You are no administrator of this directory.', 'Ask the local operator to give your account the role Administrator, then sign in again. The account has to be active.'],
  UNCONFIRMED: ['The local operator has to confirm that it is you.', 'Your address is that of an administrator whose account has no Entra id yet. Ask the local operator to confirm your login on the settings page, then sign in again.'],
};

const [what, remedy] = REASONS[new URLSearchParams(location.search).get('reason')] ?? [];
if (what) {
  document.getElementById('what').textContent = what;
  document.getElementById('remedy').textContent = remedy;
}
