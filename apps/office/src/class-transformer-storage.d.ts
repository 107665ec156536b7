/** class-transformer ships this module without types; OpenAPI needs it to see nested bodies. */
declare module 'class-transformer/cjs/storage.js' {
  export const defaultMetadataStorage: import('class-transformer/types/MetadataStorage.js').MetadataStorage;
}
