import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Tag } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { type MentorGroup, mentorGroups } from '../queries/mentor-groups.server.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.mentoring.myGroupsTitle);

export function loader({ request, context }: LoaderFunctionArgs) {
  return { groups: found(mentorGroups(signedIn(context, request))) };
}

export default function MentorHome() {
  const { mentoring } = useWords().words;
  const { groups } = useLoaderData<typeof loader>();
  return (
    <Page title={mentoring.myGroupsTitle} lead={mentoring.myGroupsLead}>
      {groups.length === 0 && (
        <Empty title={mentoring.myGroupsEmpty}>
          <p>{mentoring.myGroupsEmptyText}</p>
        </Empty>
      )}
      <ul className="grid">
        {groups.map((group) => (
          <GroupCard key={group.awardId} group={group} />
        ))}
      </ul>
    </Page>
  );
}

function GroupCard({ group }: { group: MentorGroup }) {
  const { words, language, date } = useWords();
  const { mentoring } = words;
  const { nextMilestone, lastCheckInAt } = group;
  return (
    <li className="card">
      <h2>
        <a href={paths.mentorGroup({ awardId: group.awardId })} dir="auto">
          {group.groupName}
        </a>
      </h2>
      <p dir="auto">{group.title}</p>
      {group.hasDispute && (
        <p>
          <Tag tone="bad">{mentoring.disputed}</Tag>
        </p>
      )}
      <p>
        {nextMilestone === null
          ? mentoring.noMilestone
          : say(language, mentoring.nextMilestone, {
              title: nextMilestone.title,
              date: date(nextMilestone.dueAt, group.timeZone),
            })}
      </p>
      <p className="soft">
        {lastCheckInAt === null
          ? mentoring.noCheckIn
          : say(language, mentoring.lastCheckIn, { date: date(lastCheckInAt, group.timeZone) })}
      </p>
      <p>
        <ButtonLink to={paths.mentorCheckIn({ awardId: group.awardId })} look="second">
          {mentoring.checkIn}
        </ButtonLink>
      </p>
    </li>
  );
}
