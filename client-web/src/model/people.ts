// The list of people who are here, page by page, in the order it was asked for. It does not change under the reader.

import { Observed } from './observed';
import type { PersonRow } from './values';

export type PeopleOrder = 'name' | 'nearest';
export const PEOPLE_PAGE = 50;

export class People extends Observed {
  private rows_: readonly PersonRow[] = [];
  private total_ = 0;
  private filter_ = '';
  private order_: PeopleOrder = 'name';
  private loading_ = false;
  private loaded_ = false;
  private readonly inSight_ = new Set<number>();

  get rows(): readonly PersonRow[] {
    return this.rows_;
  }
  get total(): number {
    return this.total_;
  }
  get filter(): string {
    return this.filter_;
  }
  get order(): PeopleOrder {
    return this.order_;
  }
  get loading(): boolean {
    return this.loading_;
  }
  get loaded(): boolean {
    return this.loaded_;
  }
  get missing(): number {
    return Math.max(0, this.total_ - this.rows_.length);
  }

  asked(filter: string, order: PeopleOrder): void {
    this.filter_ = filter;
    this.order_ = order;
    this.loading_ = true;
    this.changed();
  }

  failed(): void {
    this.loading_ = false;
    this.changed();
  }

  page(offset: number, total: number, rows: readonly PersonRow[]): void {
    const before = this.rows_.slice(0, offset);
    const known = new Set(before.map((row) => row.profile.person));
    this.rows_ = [...before, ...rows.filter((row) => !known.has(row.profile.person))];
    this.total_ = total;
    this.loading_ = false;
    this.loaded_ = true;
    this.changed();
  }

  keepsInSight(person: number): boolean {
    return this.inSight_.has(person);
  }

  keepInSight(person: number, on: boolean): void {
    if (on) this.inSight_.add(person);
    else this.inSight_.delete(person);
    this.changed();
  }
}
