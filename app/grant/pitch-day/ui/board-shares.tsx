import type { Currency } from '#app/kernel/money.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { BoardPage } from '../queries/board-page.server.ts';

type Shares = NonNullable<NonNullable<BoardPage['result']>['shares']>;

/** For each group whose voters had the money, who pays how much of it. */
export function BoardShares(props: { shares: Shares; currency: Currency; minimumSupportPercent: number }) {
  const { shares, currency, minimumSupportPercent } = props;
  const { words, language, money } = useWords();
  const { roomShares } = words;
  const { voters, winners } = shares;
  const asMoney = (amount: number) => money(amount, currency);
  const isEnough = winners.length > 0 && winners.every(({ paid }) => paid === null);
  return (
    <section aria-labelledby="shares-title">
      <h3 id="shares-title">{roomShares.boardTitle}</h3>
      <p>
        {voters > 0 &&
          say(language, roomShares.first, {
            pot: asMoney(shares.potMinor),
            voters,
            each: asMoney(shares.firstMinor),
          })}{' '}
        {shares.grownMinor !== null && say(language, roomShares.grown, { each: asMoney(shares.grownMinor) })}
        {isEnough && roomShares.enough}
        {winners.length === 0 && roomShares.nobody}
      </p>
      <ol>
        {winners.map(({ id, title, costMinor, paid, hasSupport }) => (
          <li key={id}>
            <strong>
              <bdi>{title}</bdi>
            </strong>{' '}
            {asMoney(costMinor)}
            {!hasSupport && (
              <span className="block">{say(language, roomShares.below, { percent: minimumSupportPercent })}</span>
            )}
            {paid !== null && (
              <span className="block">
                {paid.full.map((payers) => (
                  <span key={payers.eachMinor}>
                    {say(language, roomShares.alike, { voters: payers.voters, each: asMoney(payers.eachMinor) })}{' '}
                  </span>
                ))}
                {paid.poor !== null &&
                  say(language, roomShares.poor, {
                    voters: paid.poor.voters,
                    together: asMoney(paid.poor.togetherMinor),
                  })}{' '}
                {paid.penniless > 0 && say(language, roomShares.penniless, { voters: paid.penniless })}
              </span>
            )}
          </li>
        ))}
      </ol>
      <p>
        {shares.leftMinor > 0 && say(language, roomShares.left, { left: asMoney(shares.leftMinor) })}{' '}
        {voters > 0 && <span className="soft">{roomShares.rounded}</span>}
      </p>
    </section>
  );
}
