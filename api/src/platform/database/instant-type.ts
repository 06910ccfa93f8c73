import { Type } from '@mikro-orm/core';

/** An instant in milliseconds since the Unix epoch, kept as `timestamptz`. */
export class InstantType extends Type<number | null | undefined, Date | string | null | undefined> {
  override convertToDatabaseValue(value: number | null | undefined): string | null | undefined {
    return typeof value === 'number' ? new Date(value).toISOString() : value;
  }

  override convertToJSValue(value: Date | string | null | undefined): number | null | undefined {
    return value === null || value === undefined ? value : new Date(value).getTime();
  }

  override compareAsType(): string {
    return 'number';
  }

  override getColumnType(): string {
    return 'timestamptz';
  }
}
