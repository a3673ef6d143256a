package app.haven.vault;

import app.haven.kernel.AfterTransaction;
import app.haven.kernel.PersonId;
import app.haven.kernel.Sealing;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Seals and opens words with data keys that are kept in memory for a few seconds only.
@ApplicationScoped
public class Vault implements Sealing {
  /// A destroyed key is gone from every node after this time.
  private static final Duration KEPT = Duration.ofSeconds(5);

  private static final int MOST = 100_000;

  private final Cache<Key, DataKey> cache =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();
  private final byte[] nobody = new byte[MasterKey.BYTES];
  private final DataKeys keys;
  private final AfterTransaction afterTransaction;

  @Inject
  public Vault(DataKeys keys, AfterTransaction afterTransaction) {
    this.keys = keys;
    this.afterTransaction = afterTransaction;
    new SecureRandom().nextBytes(nobody);
  }

  @Override
  public void create(Key key) {
    cache.put(key, keys.create(key));
    afterTransaction.run(committed -> {
      if (!committed) cache.invalidate(key);
    });
  }

  @Override
  public void destroyAll(PersonId author) {
    keys.deleteAll(author);
    afterTransaction.run(_ -> cache.asMap().keySet().removeIf(key -> key.author().equals(author)));
  }

  @Override
  public void warm(Collection<Key> wanted) {
    Set<Key> missing = new HashSet<>(wanted);
    missing.removeIf(key -> cache.getIfPresent(key) != null);
    if (!missing.isEmpty()) cache.putAll(keys.read(missing));
  }

  /// Reads outside the cache's own lock: a reader that waits for a connection must not hold up one
  /// that has it.
  private @Nullable DataKey find(Key key) {
    var cached = cache.getIfPresent(key);
    if (cached != null) return cached;
    var read = keys.read(List.of(key)).get(key);
    if (read != null) cache.put(key, read);
    return read;
  }

  /// A stream that is open has its authors' keys: they are made and destroyed with it, under its
  /// lock.
  @Override
  public byte[] seal(Key key, String place, byte[] clear) {
    var found = find(key);
    if (found == null) throw new IllegalStateException("no key to seal " + place);
    return found.seal(place, clear);
  }

  @Override
  public byte @Nullable [] open(Key key, String place, byte[] sealed) {
    var found = find(key);
    return found == null ? null : found.open(place, sealed);
  }

  /// For someone who was just erased, or never was, a print that equals no other: their command
  /// goes on to the lock and is refused there.
  @Override
  public byte[] fingerprint(Key key, byte[] content) {
    var found = find(key);
    return found == null ? MasterKey.hmac(nobody, content) : found.fingerprint(content);
  }
}
