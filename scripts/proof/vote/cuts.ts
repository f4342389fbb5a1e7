import { connect } from 'node:net';
import { ballotBoxOf } from '#app/grant/pitch-day/ballot-box/ballot-box-of.server.ts';
import { tokenLedger } from '#app/grant/pitch-day/ballot-box/token-ledger.server.ts';
import { ballotOf, mustBe, NOW, pollInTheRoom } from '#app/grant/pitch-day/ballot-box/trial-poll.testing.ts';
import { testWorld } from '#test/world/test-world.ts';
import { type Proved, proved } from '../promise.ts';
import { onTheWire, sendRaw } from '../raw-request.ts';
import { seeded } from '../seeded.ts';
import { CAST_ORIGIN, serveCasts } from './cast-server.ts';

/**
 * Cuts connections at every byte of the exchange in turn, of the ballot on its way and of the receipt on its way back, and
 * sends each ballot twice more: both times the same receipt comes, and each code has voted once.
 */
export function proveCutCasts(cuts: number, seed: number, tell: (line: string) => void): Promise<Proved> {
  return proved('a cast cut off at any byte and sent again gets one and the same receipt', tell, async (broken) => {
    const world = testWorld();
    world.moveTo(NOW);
    const poll = pollInTheRoom({ box: ballotBoxOf(world), tokensPerLevel: cuts + 1 });
    const { port, server } = await serveCasts(world);
    const url = `http://127.0.0.1:${port}`;
    const chance = seeded(seed);
    const headers = { Host: new URL(url).host, 'Content-Type': 'application/json', Origin: CAST_ORIGIN };
    const wireOf = (sheet: number) => {
      const { pollId, ...ballot } = ballotOf(poll, sheet, [1 + chance.below(4)]);
      return onTheWire('POST', `/vote/${pollId}/cast`, headers, Buffer.from(JSON.stringify(ballot)));
    };
    try {
      const last = wireOf(cuts);
      const whole = await sendRaw(url, last);
      if (whole?.status !== 200) broken(`a whole ballot was answered with ${whole?.status}`);
      const places = { sent: last.length, answered: await answerLength(port, last) };
      let counted = 1;
      for (let sheet = 0; sheet < cuts; sheet += 1) {
        const wire = wireOf(sheet);
        const place = sheet % (places.sent + places.answered);
        if (place < places.sent) await sendRaw(url, wire, place);
        else await hangUp(port, wire, place - places.sent);
        const [first, second] = [await sendRaw(url, wire), await sendRaw(url, wire)];
        const isSame = first?.status === 200 && second?.status === 200 && first.body.equals(second.body);
        if (isSame) counted += 1;
        else broken(`cut at byte ${place}, then ${first?.status} ${first?.body} and ${second?.status} ${second?.body}`);
      }
      const [line] = mustBe(tokenLedger(poll.box, poll.pollId));
      if (line?.used !== counted) broken(`${line?.used} codes have voted of ${counted} that got a receipt`);
    } finally {
      server.close();
      server.closeAllConnections();
    }
    return cuts;
  });
}

/** Sends a whole request and reads no more than so many bytes of the answer. */
function hangUp(port: number, wire: Buffer, after: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(wire));
    let read = 0;
    socket.on('readable', () => {
      while (read < after && socket.read(1) !== null) read += 1;
      if (read >= after) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.once('close', () => resolve());
  });
}

function answerLength(port: number, wire: Buffer): Promise<number> {
  return new Promise((resolve) => {
    let bytes = 0;
    const socket = connect(port, '127.0.0.1', () => socket.write(wire));
    socket.on('data', (piece) => {
      bytes += piece.length;
    });
    socket.once('close', () => resolve(bytes));
  });
}
