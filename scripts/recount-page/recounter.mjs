/**
 * What the page asks of recount.mjs, which the page holds word for word: everything at once where there
 * is nobody to wait, and else in a worker, so that the page stays alive.
 */
const { H, recount } = globalThis.recounting;

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** As people type: any case, spaces or hyphens, O for 0, I and L for 1. */
function typed(text) {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

/** The last symbol of a code on a sheet makes the code, read as a polynomial over GF(32), vanish at x. */
function hasItsCheckSymbol(code) {
  let sum = 0;
  for (const symbol of code.slice(0, -1)) {
    sum = (sum ^ SYMBOLS.indexOf(symbol)) << 1;
    if (sum & 32) sum ^= 0b100101;
  }
  return SYMBOLS[sum] === code.at(-1);
}

/** Hexadecimal digits as people copy them; '' where nothing was typed at all, null where it is something else or too few. */
function digitsIn(text, least) {
  const digits = text.toLowerCase().replace(/[\s:-]/g, '');
  return text === '' || new RegExp(`^[0-9a-f]{${least},64}$`).test(digits) ? digits : null;
}

/** A root, or its beginning: as digits, or as words of the seal, each of which stands for two. */
function rootIn(text, seal) {
  const bytes = (text.toLowerCase().match(/\p{L}+/gu) ?? []).map((word) => seal.indexOf(word));
  const areWords = bytes.length >= 4 && bytes.length <= 8 && !bytes.includes(-1) && !/\d/.test(text);
  return areWords ? bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('') : digitsIn(text, 8);
}

/** A board that was read, and what can be asked about it afterwards. */
class Recounter {
  board = null;

  /**
   * @param noted  as typed; what cannot be compared is answered with the names of its fields, and nothing is checked
   * @param hear   hears each check as it is done
   */
  check(text, noted, hear) {
    this.board = null;
    const [root, manifest] = [rootIn(noted.root, noted.seal), digitsIn(noted.manifest, 64)];
    const refused = Object.entries({ root, manifest }).flatMap(([field, digits]) => (digits === null ? [field] : []));
    if (refused.length > 0) return { refused };
    const { before } = noted;
    const read = () => {
      this.board = JSON.parse(text);
      return this.board;
    };
    const options = { root, manifest, before: before === null ? undefined : JSON.parse(before) };
    const { report } = recount(read, options, hear);
    const [format] = report.checks;
    if (!format.ok) {
      this.board = null;
      return { ...report, told: null };
    }
    const { manifest: promised, checkpoints, revealed } = this.board;
    return {
      ...report,
      told: {
        title: String(promised.title ?? ''),
        ballots: revealed.ballots.length,
        isRanked: promised.rule === 'scottish_stv',
        root: String(checkpoints.at(-1)?.root ?? ''),
        winners: report.winners?.map((id) => this.titleOf(promised.options.findIndex((one) => one.id === id))) ?? null,
      },
    };
  }

  titleOf(place) {
    return String(this.board.manifest.options[place]?.title ?? '');
  }

  /** The choice under a tracker: titles; null where there is no such ballot. */
  find(text) {
    const sought = typed(text);
    const place = this.board.trackers.findIndex((tracker) => tracker.replaceAll('-', '') === sought);
    if (place === -1) return null;
    const { choices } = JSON.parse(this.board.revealed.ballots[place].body);
    return choices.map((choice) => this.titleOf(choice - 1));
  }

  /** What became of a sheet, or of the code in a letter where that votes by itself: 'typo', 'stranger', 'void', 'used' or 'unused'. */
  sheet(text) {
    const code = typed(text);
    if (![21, 16].includes(code.length) || !hasItsCheckSymbol(code)) return 'typo';
    const { manifest, revealed } = this.board;
    const hash = H('tok/v1', manifest.pollId, code.slice(0, -1)).toString('hex');
    if (!revealed.issuedTokens.some(({ hashes }) => hashes.includes(hash))) return 'stranger';
    if (revealed.spentTokens.includes(hash)) return 'used';
    return revealed.voidTokens.includes(hash) ? 'void' : 'unused';
  }
}

/** Answers one question after another; a question about a board that cannot be answered is answered with null. */
function answering(say) {
  const recounter = new Recounter();
  const answers = {
    check: ({ text, ...noted }) => recounter.check(text, noted, (result) => say({ kind: 'checked', result })),
    find: ({ text }) => recounter.find(text),
    sheet: ({ text }) => recounter.sheet(text),
  };
  return async ({ kind, ...question }) => {
    try {
      if (question.file) question.text = await question.file.text();
      say({ kind, answer: answers[kind](question) });
    } catch (error) {
      say({ kind, fault: String(error) });
    }
  };
}

if (typeof WorkerGlobalScope !== 'undefined') {
  const answer = answering((message) => postMessage(message));
  addEventListener('message', ({ data }) => answer(data));
} else {
  globalThis.answering = answering;
}
