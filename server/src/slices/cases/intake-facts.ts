/** What happens to a case while somebody speaks with the customer. */
export type IntakeFact =
  /** A call has ended; `reached`: somebody was spoken with. */
  | {
      kind: 'call_logged';
      call: string;
      message: string;
      way: 'in' | 'out';
      /** With the case's customer, or with somebody else about it. */
      withCustomer: boolean;
      reached: boolean;
    }
  /** Something of a call was put right; how it had been stands with the call. */
  | { kind: 'call_corrected'; call: string; what: string[] }
  /** The customer was told that the problem is ours now (S0-13). */
  | { kind: 'assured'; by: 'spoken' | 'sent' }
  /** The customer has said everything; `missing`: questions that stayed open. */
  | { kind: 'taken_down'; missing: number; receipt: boolean }
  /** Answered while the customer was there, because that was better for them (S0-29). */
  | { kind: 'answered_at_once'; because: string }
  /** The receipt was printed, with the address of the customer's page. */
  | { kind: 'receipt_printed' };
