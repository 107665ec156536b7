import { ApiClient } from './api-client.js';

/** The people of the demonstration, each signed in when first needed. */
export class DemoCast {
  private readonly clients = new Map<string, Promise<ApiClient>>();
  private readonly people = new Map<string, string>();

  constructor(
    private readonly base: string,
    private readonly password: string,
  ) {}

  /** The client of a person by user name (`mr.officer1`). */
  as(username: string): Promise<ApiClient> {
    const known = this.clients.get(username) ?? ApiClient.signIn(this.base, username, this.password);
    this.clients.set(username, known);
    return known;
  }

  /** The id of a person by user name. */
  async person(username: string): Promise<string> {
    if (this.people.size === 0) {
      const client = await this.as(username);
      const { items } = await client.get<{ items: { id: string; username: string }[] }>(
        '/api/v1/people?limit=1000',
      );
      for (const { id, username: name } of items) this.people.set(name, id);
    }
    return this.people.get(username)!;
  }
}
