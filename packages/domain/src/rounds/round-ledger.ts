/** received = categorised (or later) + routed + duplicate + rejected + open; always exact. */
export interface RoundLedger {
  readonly received: number;
  readonly categorised: number;
  readonly routed: number;
  readonly duplicate: number;
  readonly rejected: number;
  readonly open: number;
}
