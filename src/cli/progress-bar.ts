import { SingleBar } from 'cli-progress';

export interface ProgressBar {
  readonly update: (done: number, total: number) => void;
  readonly stop: () => void;
}

/** A bar on stderr, begun by its first update; where stderr is no terminal, a line now and then. */
export function progressBar(title: string): ProgressBar {
  const bar = new SingleBar({
    format: `${title} [{bar}] {value}/{total}`,
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 5_000,
  });
  let begun = false;
  return {
    update(done, total) {
      if (!begun) bar.start(total, done);
      begun = true;
      bar.setTotal(total);
      bar.update(done);
    },
    stop() {
      if (begun) bar.stop();
    },
  };
}
