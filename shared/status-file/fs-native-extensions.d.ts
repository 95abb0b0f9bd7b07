/** The part of fs-native-extensions that we use; the package brings no types. */
declare module 'fs-native-extensions' {
  const locks: {
    /** Locks the whole file exclusively for this open file; false where another open file has it locked. */
    tryLock(fd: number): boolean;
    unlock(fd: number): void;
  };
  export default locks;
}
