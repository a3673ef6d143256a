package app.haven.web;

import app.haven.kernel.Json;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Resources read and write JSON exactly as the socket does: strict about depth, duplicate and
/// unknown fields.
class JsonSettings {
  @Produces
  @Singleton
  ObjectMapper mapper() {
    return Json.MAPPER;
  }
}
