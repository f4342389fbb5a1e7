import { paths } from '#app/paths.ts';
import { useWords } from '#app/words/use-words.ts';
import type { LanguageLink } from './language-links.ts';
import { OtherLanguages } from './other-languages.tsx';

/** Who is signed in and which parts of the portal are there for them. */
export type Who = {
  readonly id: string;
  readonly name: string;
  readonly areas: readonly (keyof typeof AREAS)[];
} | null;

const AREAS = {
  apply: paths.apply,
  panel: paths.panel,
  staff: paths.staff,
  finance: paths.finance,
  audit: paths.audit,
  mentor: paths.mentor,
} as const;

/** Whose portal this is, where one can go, and who is signed in. */
export function Masthead(props: { who: Who; isDemo: boolean; languages: readonly LanguageLink[] }) {
  const { words } = useWords();
  const { who } = props;
  return (
    <header className="masthead">
      <div className="wrap">
        <a className="brand" href={paths.home()}>
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <path d="M5 14h22l-2.2 12.2A3 3 0 0 1 21.8 29H10.2a3 3 0 0 1-3-2.8z" fill="currentColor" opacity=".92" />
            <circle cx="11" cy="9" r="3" fill="#f4b63f" />
            <circle cx="21" cy="9" r="3" fill="#0a8a80" />
            <circle cx="16" cy="5" r="3" fill="#d9573f" />
          </svg>
          <span>{words.common.product}</span>
        </a>
        <nav className="menu parts" aria-label={words.common.menu}>
          <ul>
            <li>
              <a href={paths.calls()}>{words.call.navCalls}</a>
            </li>
            {who?.areas.map((area) => (
              <li key={area}>
                <a href={AREAS[area]()}>{words.common.areas[area]}</a>
              </li>
            ))}
            <li>
              <a href={paths.awards()}>{words.register.registerNav}</a>
            </li>
            {props.isDemo && (
              <li>
                <a href={paths.demo()}>{words.people.demoLink}</a>
              </li>
            )}
          </ul>
        </nav>
        <div className="menu side">
          {props.languages.length > 0 && <OtherLanguages languages={props.languages} />}
          {who === null ? (
            <a href={paths.signIn()}>{words.people.signIn}</a>
          ) : (
            <form
              method="post"
              action={paths.signOut()}
              data-sign-out={words.people.signOutUnsent}
              data-sign-out-later={words.people.signOutLater}
            >
              <button type="submit">{words.people.signOut}</button>
            </form>
          )}
        </div>
      </div>
    </header>
  );
}
