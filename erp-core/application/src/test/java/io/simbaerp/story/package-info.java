/** Whole stories through the whole system: real HTTP, real PostgreSQL, the clock and the engine's jobs under control. */
package io.simbaerp.story;
