using System.Reflection;

namespace AiActBot.LocalChat.Page;

/// <summary>The page and its script and style, built from <c>LocalChat/web</c> and carried within the assembly.</summary>
internal static class LocalChatPage
{
    const string ResourcePrefix = "LocalChat/";

    // Nothing from another host, no script but our own file. Cards may bring small images of their own as data.
    internal const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Map(RouteGroupBuilder group)
    {
        MapFile(group, "/", "index.html", "text/html; charset=utf-8");
        MapFile(group, "/local/app.js", "app.js", "text/javascript; charset=utf-8");
        MapFile(group, "/local/app.css", "app.css", "text/css; charset=utf-8");
        MapFile(group, "/local/icon.svg", "icon.svg", "image/svg+xml");
    }

    internal static void MapFile(RouteGroupBuilder group, string path, string file, string contentType)
    {
        var content = Content(file);
        group.MapGet(path, (HttpResponse response) =>
        {
            var headers = response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers.CacheControl = "no-cache";
            return Results.Bytes(content, contentType);
        });
    }

    static byte[] Content(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(ResourcePrefix + file)
            ?? throw new InvalidOperationException($"The page of the local chat was not built: {file} is missing.");
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
