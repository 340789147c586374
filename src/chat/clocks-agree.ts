/**
 * The clocks of machines that work together agree to within this. What is
 * written later than this was written by a clock that has been set back since.
 */
export const clocksAgreeMs = 60_000;
