/** The settings that can be changed here: in which order, in which words, by which kind of input. */

const flag = (key, label, hint) => ({ key, label, hint, kind: 'flag' });
const list = (key, label, hint) => ({ key, label, hint, kind: 'list' });

export const SECTIONS = [
  {
    title: 'What to sync',
    keys: [
      flag('what.active-users', 'Users'),
      flag('what.distribution-groups', 'Distribution groups'),
      flag('what.security-groups', 'Security groups', 'Mail-enabled or not.'),
      flag('what.microsoft-365-groups', 'Microsoft 365 groups'),
      flag('what.dynamic-groups', 'Dynamic groups', 'Groups of these kinds whose membership is dynamic, too.'),
    ],
  },
  {
    title: 'How to sync',
    keys: [
      flag('how.add-users', 'Add users'),
      flag('how.update-users', 'Update users', 'Also disables those who are blocked in Entra.'),
      flag('how.remove-deleted-users', 'Remove deleted users', 'Only with evidence that they are gone.'),
      flag('how.add-groups', 'Add groups'),
      flag('how.update-groups', 'Update groups', 'With their members.'),
      flag('how.remove-deleted-groups', 'Remove deleted groups'),
    ],
  },
  {
    title: 'When to sync',
    keys: [
      {
        key: 'when.frequency',
        label: 'Frequency',
        kind: 'choice',
        options: [['1h', 'Every hour'], ['3h', 'Every 3 hours'], ['6h', 'Every 6 hours'], ['12h', 'Every 12 hours'], ['24h', 'Every 24 hours'], ['never', 'Never – only on demand']],
      },
    ],
  },
  {
    title: 'Who',
    keys: [
      { key: 'new-user-role', label: 'Role of new users', kind: 'choice', options: [['end-user', 'End user – login and quarantine digest'], ['silent-user', 'Silent user – neither']] },
      { key: 'shared-mailboxes', label: 'Shared mailboxes', kind: 'choice', options: [['auto', 'Recognise where permitted'], ['true', 'Recognise'], ['false', 'Do not ask']], hint: 'Shared mailboxes, rooms and equipment become functional accounts.' },
      list('ignored-domains', 'Ignored domains', 'Never reported as unregistered. One a line; *.example.com stands for all below.'),
      list('filter.include-groups', 'Only members of these groups', 'Names or object ids, one a line.'),
      list('filter.exclude-groups', 'Nobody of these groups', 'Wins over including.'),
      list('filter.include', 'Only users with', 'attribute=value, one a line, such as department=Sales.'),
      list('filter.exclude', 'No users with', 'attribute=value, one a line. Wins over including.'),
    ],
  },
  {
    title: 'Tech contact',
    text: 'Receives the daily summary and alerts. Without one, syncs stop after a while.',
    keys: [
      { key: 'tech-contact', label: 'Mail address', kind: 'email' },
      { key: 'tech-contact-grace', label: 'Syncs go on without one for', hint: 'A duration such as 7d.' },
      { key: 'report.at', label: 'Summary at', kind: 'time' },
      { key: 'report.zone', label: 'Time zone', hint: 'Such as Europe/Vienna; empty for the system’s.' },
    ],
  },
  {
    title: 'Safeguards',
    text: 'More removals than this, within 24 hours, are held until you approve them.',
    keys: [
      { key: 'safeguard.max-removals', label: 'Removals of one kind', kind: 'number' },
      { key: 'safeguard.max-removal-percent', label: 'Percent of one kind', kind: 'number' },
    ],
  },
  {
    title: 'Application in Entra',
    keys: [
      { key: 'entra.primary-domain', label: 'Primary domain or tenant id' },
      { key: 'entra.client-id', label: 'Application (client) id' },
      { key: 'entra.client-secret', label: 'Client secret', kind: 'secret', hint: 'Write-only: kept encrypted and never shown.' },
      { key: 'entra.secret-expires-on', label: 'The secret expires on', kind: 'date' },
    ],
  },
  {
    title: 'Login to this console',
    keys: [
      { key: 'console.microsoft-login', label: 'Sign in with Microsoft', kind: 'choice', options: [['false', 'Off'], ['button', 'As a button on the login page'], ['true', 'For everybody, in place of the local login']] },
    ],
  },
];
