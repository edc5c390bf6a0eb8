// Check as one writes: after a short rest, the one before given up, so no answer comes out of order.

const REST = 120;
const LONGEST_REST = 1_500;

export function createChecking({ send, show, fail, busy }) {
  let timer = 0;
  let running = null;
  let pace = 0;
  let waiting = false;

  function tell(on) {
    waiting = on;
    busy(on);
  }

  function stop() {
    clearTimeout(timer);
    running?.abort();
    running = null;
    tell(false);
  }

  function soon() {
    clearTimeout(timer);
    running?.abort();
    running = null;
    tell(true);
    timer = setTimeout(now, Math.min(LONGEST_REST, Math.max(REST, pace / 3)));
  }

  async function now() {
    clearTimeout(timer);
    running?.abort();
    const mine = new AbortController();
    running = mine;
    tell(true);
    const began = performance.now();
    try {
      const answer = await send(mine.signal);
      if (running !== mine) return;
      pace = performance.now() - began;
      running = null;
      tell(false);
      show(answer);
    } catch (error) {
      if (running !== mine) return;
      running = null;
      tell(false);
      fail(error);
    }
  }

  return { soon, now, stop, running: () => waiting };
}
