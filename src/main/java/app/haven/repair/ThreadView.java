package app.haven.repair;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All attempts about one hurt, the first one first, as both read them.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ThreadView(UUID thread, List<RepairView> repairs, @Nullable FollowUpView followUp) {}
