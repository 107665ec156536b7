import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

/** Thrown when the environment does not fit; names the variables, never their values. */
export class ConfigError extends Error {}

/**
 * Reads the environment once into a typed configuration (a class with class-validator decorators whose property
 * names are the variables). Empty variables count as absent. Throws {@link ConfigError}.
 */
export function loadConfig<T extends object>(Schema: new () => T, environment: NodeJS.ProcessEnv): T {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const config = plainToInstance(Schema, given, {
    exposeDefaultValues: true,
    enableImplicitConversion: false,
  });
  const problems = validateSync(config, { whitelist: true, forbidUnknownValues: true });
  if (problems.length > 0) {
    const lines = problems.map((p) => `${p.property}: ${Object.keys(p.constraints ?? {}).join(', ')}`);
    throw new ConfigError(
      `Configuration is wrong. Set these variables (.env.example explains them):\n${lines.join('\n')}`,
    );
  }
  return config;
}
