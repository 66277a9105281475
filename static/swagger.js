// Starts Swagger UI from our own disk; a file, because the pages allow no inline script.
window.addEventListener("DOMContentLoaded", function () {
  var wadah = document.getElementById("swagger");
  window.SwaggerUIBundle({
    url: wadah.dataset.skema,
    domNode: wadah,
    deepLinking: false, // its links would stand inside buttons, which no keyboard reaches
    validatorUrl: null,
    presets: [window.SwaggerUIBundle.presets.apis],
    layout: "BaseLayout",
  });
});
