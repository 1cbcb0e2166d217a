using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIns;
using Amazon.Runtime.Internal.Util;
using Amazon.Util;

namespace Amazon.SimpleEmailV2.Internal;

/// <summary>REST-JSON: method and path tell the operation, parameters go into the path, the query or a JSON object.</summary>
internal static class SesProtocol
{
    public const string Service = "Amazon.SimpleEmailV2";

    public const string ApiVersion = "2019-09-27";

    public static JsonRequestMarshaller<TRequest> WithBody<TRequest>(string method, string path, Action<Utf8JsonWriter, TRequest> body)
        where TRequest : AmazonWebServiceRequest =>
        new(
            Service,
            request =>
            {
                request.HttpMethod = method;
                request.Headers["Content-Type"] = "application/json";
                request.Headers["x-amz-api-version"] = ApiVersion;
                request.ResourcePath = path;
            },
            body);

    /// <exception cref="AmazonSimpleEmailServiceV2Exception">The value is null: there is no path without it.</exception>
    public static void PathParameter(this IRequest http, string name, string value) =>
        http.AddPathResource(
            "{" + name + "}", value ?? throw new AmazonSimpleEmailServiceV2Exception($"Request object does not have required field {name} set"));

    public static void Query(this IRequest http, string name, string value)
    {
        if (value is not null)
        {
            http.Parameters.Add(name, value);
        }
    }

    public static void Query(this IRequest http, string name, int? value)
    {
        if (value is { } number)
        {
            http.Parameters.Add(name, StringUtils.FromInt(number));
        }
    }

    public static void Query(this IRequest http, string name, DateTime? value)
    {
        if (value is { } time)
        {
            http.Parameters.Add(name, StringUtils.FromDateTimeToISO8601WithOptionalMs(time));
        }
    }

    /// <summary>The name again for each value.</summary>
    public static void Query(this IRequest http, string name, List<string> values)
    {
        if (Collections.IsSet(values))
        {
            http.ParameterCollection.Add(name, values);
        }
    }
}
