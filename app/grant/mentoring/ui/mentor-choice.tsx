import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Facts, Tag } from '#app/ui/pieces.tsx';
import { languageName } from '#app/words/language-name.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { SuggestedMentor } from '../queries/mentor-list.server.ts';

/** One mentor as a card, with what speaks for her. */
export function MentorChoice({ mentor }: { mentor: SuggestedMentor }) {
  const { words, language, list } = useWords();
  const { mentoring } = words;
  return (
    <li className="card slim">
      <h2 dir="auto">{mentor.name}</h2>
      <p className="row">
        {mentor.isCurrent && <Tag tone="brand">{mentoring.matchCurrent}</Tag>}
        {mentor.speaksLanguage && <Tag tone="good">{mentoring.matchSpeaks}</Tag>}
        {mentor.sameCity && <Tag tone="good">{mentoring.matchCity}</Tag>}
        {mentor.freeHours === 0 && <Tag tone="warn">{mentoring.matchFull}</Tag>}
      </p>
      <p dir="auto">{mentor.about}</p>
      <Facts
        facts={[
          [mentoring.speaks, list(mentor.languages.map(languageName))],
          mentor.skills.length > 0 && [mentoring.knows, list(mentor.skills)],
          mentor.city !== '' && [mentoring.city, mentor.city],
          [mentoring.hours, say(language, mentoring.hoursOf, { free: mentor.freeHours, all: mentor.hoursAMonth })],
        ]}
      />
      {!mentor.isCurrent && (
        <Form>
          <Hidden name="mentorId" value={mentor.mentorId} />
          <Button look="second">{say(language, mentoring.match, { name: mentor.name })}</Button>
        </Form>
      )}
    </li>
  );
}
