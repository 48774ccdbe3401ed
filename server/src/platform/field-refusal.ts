import { type FaultCode, type FaultParams, faults, type FieldRefusal } from '@baton/contract';

/** What is said of a field that is refused: by its code, and the same in English. */
export function fieldRefusal<Code extends FaultCode>(
  path: string,
  code: Code,
  ...[params]: FaultParams<Code>
): FieldRefusal {
  if (params === undefined) return { path, code, message: faults[code] };
  const given: Record<string, string | number> = params;
  const message = faults[code].replaceAll(/\{\{(\w+)\}\}/g, (_gap, name: string) =>
    String(given[name]),
  );
  return { path, code, params: given, message };
}
