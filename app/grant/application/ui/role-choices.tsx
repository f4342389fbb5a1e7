import { Choices } from '#app/ui/fields.tsx';
import { useWords } from '#app/words/use-words.ts';
import { MEMBER_ROLES, type MemberKind } from '../rules/team.ts';

/** What somebody in a team can do, from the least to the most. */
export function RoleChoices(props: { label: string; kind?: MemberKind }) {
  const { team } = useWords().words;
  const roles = MEMBER_ROLES.filter((role) => role !== 'sign' || props.kind !== 'support');
  return (
    <Choices
      type="radio"
      name="role"
      label={props.label}
      choices={roles.map((role) => ({ value: role, label: team.roles[role], hint: team.roleHints[role] }))}
    />
  );
}
