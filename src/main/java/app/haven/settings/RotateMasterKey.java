package app.haven.settings;

import app.haven.vault.Rotation;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;

/// Wraps every data key with the first key of the key file, so that the older ones can leave it.
public class RotateMasterKey implements QuarkusApplication {
  private final Rotation rotation;

  @Inject
  public RotateMasterKey(Rotation rotation) {
    this.rotation = rotation;
  }

  @Override
  public int run(String... args) {
    System.out.println(rotation.rotate() + " keys were wrapped with the first key of the file.");
    return 0;
  }
}
