const LOOK_EVERY_MS = 1_000;
/** Proxies and phones drop a connection that is silent for half a minute. */
const HEARTBEAT_MS = 15_000;
const RETRY_MS = 2_000;
/** A reader this many messages behind is not reading: it may come back and get the newest. */
const BEHIND_MAX = 16;

type Listener = { readonly tell: (signal: string) => void; readonly leave: () => void };
type Topic = {
  last: string;
  readonly listeners: Set<Listener>;
  readonly look: () => void;
  readonly timer: NodeJS.Timeout;
};

const topics = new Map<string, Topic>();

/**
 * Looks at something once a second for everyone who follows it, however many they are, and tells them what changed.
 *
 * Looking at the database, rather than being told within the process, also works when another process changed it.
 *
 * @param read  cheap; its answer is what followers receive
 * @returns     how to stop following
 */
function follow(key: string, read: () => string, listener: Listener): () => void {
  let topic = topics.get(key);
  // A page that was drawn after the last look must not be told the past: it would load itself again and again.
  topic?.look();
  if (topic === undefined) {
    const look = () => {
      const signal = read();
      if (signal === made.last) return;
      made.last = signal;
      for (const { tell } of made.listeners) tell(signal);
    };
    const made: Topic = {
      last: read(),
      listeners: new Set(),
      look,
      timer: setInterval(() => {
        try {
          look();
        } catch {
          // Nobody awaits a timer, so a fault here would end the process. The browsers come back by themselves,
          // and whoever cannot be answered then is answered with a fault that is logged.
          for (const { leave } of [...made.listeners]) leave();
        }
      }, LOOK_EVERY_MS),
    };
    topic = made;
    topics.set(key, made);
  }
  const { listeners, timer } = topic;
  listeners.add(listener);
  listener.tell(topic.last);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || topics.get(key)?.timer !== timer) return;
    clearInterval(timer);
    topics.delete(key);
  };
}

/**
 * Answers with server-sent events: the present at once, then every change, until the reader goes away.
 *
 * @param topic  same name, same `read`
 * @param read   one line of text, e.g. JSON
 * @source       HTML Living Standard, section 9.2 (server-sent events)
 */
export function eventStream(request: Request, topic: string, read: () => string): Response {
  const utf8 = new TextEncoder();
  let leave: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isOver = false;
        const end = () => {
          if (isOver) return;
          leave();
          controller.close();
        };
        const send = (text: string) => {
          if ((controller.desiredSize ?? 0) < -BEHIND_MAX) end();
          else controller.enqueue(utf8.encode(text));
        };
        send(`retry: ${RETRY_MS}\n\n`);
        // First of all: when there is nothing to follow this throws, and nothing must go on beating.
        const unfollow = follow(topic, read, { tell: (signal) => send(`data: ${signal}\n\n`), leave: end });
        const heartbeat = setInterval(() => send(':\n\n'), HEARTBEAT_MS);
        leave = () => {
          isOver = true;
          clearInterval(heartbeat);
          unfollow();
        };
        request.signal.addEventListener('abort', end);
      },
      cancel() {
        leave();
      },
    },
    new CountQueuingStrategy({ highWaterMark: 1 }),
  );
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // Nginx would otherwise collect the events before it passes them on.
      'X-Accel-Buffering': 'no',
    },
  });
}
