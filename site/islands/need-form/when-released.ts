// Waits until no pointer is down: words that come up under one would make its press miss the button it was meant for.
let down = false;
let waiting: (() => void)[] = [];

function release(): void {
  down = false;
  // After the click that the release makes.
  setTimeout(() => {
    const acts = waiting;
    waiting = [];
    for (const act of acts) act();
  });
}

addEventListener('pointerdown', () => {
  down = true;
});
addEventListener('pointerup', release);
addEventListener('pointercancel', release);

export function whenReleased(act: () => void): void {
  waiting.push(act);
  if (!down) release();
}
