function Test-InnkeeperServerUrl {
    <#
    .SYNOPSIS
        Returns null if the agent can connect to this address, otherwise the reason why it cannot.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param (
        [Parameter(Mandatory)] [AllowEmptyString()] [string] $Server,
        [Parameter(Mandatory)] [bool] $AllowPlainHttp
    )
    $url = $null
    if (-not [uri]::TryCreate($Server, 'Absolute', [ref] $url) -or $url.Scheme -notin 'https', 'http') { return "'$Server' is not a server address. Use the form https://innkeeper.example." }
    if ($url.UserInfo -or $url.Query -or $url.Fragment) { return "'$Server' contains more than an address: remove name, password, ? and #." }
    if ($url.Scheme -eq 'http' -and -not $url.IsLoopback -and -not $AllowPlainHttp) {
        return "'$Server' is plain HTTP: the token and the names of all VMs could be read in transit. Use https, or specify -AllowPlainHttp."
    }
    $null
}
