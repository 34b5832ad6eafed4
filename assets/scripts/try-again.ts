/** Waits, telling now and then how many seconds are left: who listens is not talked to each second. */
export function waitSeconds(seconds: number, tell: (left: number) => void): Promise<void> {
  return new Promise((resolve) => {
    let left = Math.ceil(seconds);
    tell(left);
    const timer = window.setInterval(() => {
      left -= 1;
      if (left > 0) return left % 5 === 0 ? tell(left) : undefined;
      window.clearInterval(timer);
      resolve();
    }, 1000);
  });
}
