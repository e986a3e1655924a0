<#
.SYNOPSIS
    Downloads the Innkeeper agent from its server, verifies the SHA-256 of the package, and installs it on this host.
.DESCRIPTION
    Provided by the server at /agent/install.ps1 and started by the line that the page "Enrol a host" shows. The SHA-256 of
    the package is compared with the one in that line before anything is unpacked or run.

    For closed networks the package contains the same file: unpack innkeeper-agent.zip, and run install.ps1 from there. It then
    downloads nothing.
.EXAMPLE
    .\install.ps1 -Server https://innkeeper.example -Key ike_... -WhatIf

    From the unpacked package: shows what would be done.
#>
[CmdletBinding(SupportsShouldProcess)]
param (
    # The server's address. Not required when an unpacked package repairs or upgrades an installed agent.
    [string] $Server,

    # An enrolment key. Not required if this host is already enrolled.
    [string] $Key,

    # SHA-256 of the package, as shown by the server. Required when the package is downloaded.
    [string] $Sha256,

    # A group managed service account, DOMAIN\name$. Without it the agent runs as Local System, or as the current account.
    [string] $Account,

    # A proxy, for this download and for the agent.
    [string] $Proxy,
    [switch] $ProxyUseDefaultCredentials,

    # Allows plain HTTP to a server on another machine.
    [switch] $AllowPlainHttp
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
if ($PSVersionTable.PSVersion -lt [version] '5.1') { throw "This is PowerShell $($PSVersionTable.PSVersion). Install Windows Management Framework 5.1 first." }
if (-not [Environment]::Is64BitProcess) { throw 'This is a 32-bit PowerShell. Start the 64-bit one.' }

$unpacked = $null
$bytes = $null
if ($PSScriptRoot -and [System.IO.File]::Exists([System.IO.Path]::Combine($PSScriptRoot, 'Innkeeper', 'Innkeeper.psd1'))) {
    $module = [System.IO.Path]::Combine($PSScriptRoot, 'Innkeeper', 'Innkeeper.psd1')
}
else {
    if (-not $Server) { throw 'Specify -Server, or run this file from the unpacked package.' }
    if ($Sha256 -notmatch '\A[0-9a-fA-F]{64}\z') { throw 'Specify -Sha256 as shown by the server: a package that is not verified is not run.' }
    $url = [uri] $Server
    if ($url.Scheme -eq 'http' -and -not $url.IsLoopback -and -not $AllowPlainHttp) { throw "'$Server' is plain HTTP. Use https, or specify -AllowPlainHttp." }
    # 0 means "system default" and is left unchanged: adding to it would exclude TLS 1.3.
    $protocols = [System.Net.ServicePointManager]::SecurityProtocol
    if ([int] $protocols -ne 0) { [System.Net.ServicePointManager]::SecurityProtocol = $protocols -bor [System.Net.SecurityProtocolType]::Tls12 }

    $client = [System.Net.WebClient]::new()
    $client.Proxy = $null
    if ($Proxy) {
        $client.Proxy = [System.Net.WebProxy]::new($Proxy)
        $client.Proxy.UseDefaultCredentials = [bool] $ProxyUseDefaultCredentials
    }
    $bytes = $client.DownloadData($Server.TrimEnd('/') + '/agent/innkeeper-agent.zip')
    $hash = [System.BitConverter]::ToString([System.Security.Cryptography.SHA256]::Create().ComputeHash($bytes)).Replace('-', '')
    if ($hash -ne $Sha256) { throw "The package does not match -Sha256: its SHA-256 is $hash. Nothing was unpacked." }
}

# If the agent is already loaded in this session, the newly installed one replaces it.
foreach ($loaded in Get-Module -Name Innkeeper) { Remove-Module -ModuleInfo $loaded -WhatIf:$false }
try {
    if ($null -ne $bytes) {
        [void] [System.Reflection.Assembly]::Load('System.IO.Compression, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089')
        $archive = [System.IO.Compression.ZipArchive]::new([System.IO.MemoryStream]::new($bytes))
        foreach ($entry in $archive.Entries) {
            if ($entry.FullName -match '\.\.|:|\\|\A/') { throw "The package contains a path that points outside its folder: $($entry.FullName). Nothing was unpacked." }
        }
        # Unpacked to a folder that only administrators can write to, from the verified bytes; deleted at the end.
        $unpacked = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine([Environment]::GetFolderPath('ProgramFiles'), "Innkeeper-setup-$([guid]::NewGuid().ToString('N'))"))
        foreach ($entry in $archive.Entries) {
            $file = [System.IO.Path]::Combine($unpacked, $entry.FullName.Replace('/', [System.IO.Path]::DirectorySeparatorChar))
            [void] [System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($file))
            $from = $entry.Open()
            $to = [System.IO.FileStream]::new($file, 'Create', 'Write', 'None')
            try { $from.CopyTo($to) }
            finally {
                $to.Dispose()
                $from.Dispose()
            }
        }
        $module = [System.IO.Path]::Combine($unpacked, 'Innkeeper', 'Innkeeper.psd1')
    }
    Import-Module -Name $module
    # Only specified parameters are passed on: a repeated installation keeps the other settings.
    $wanted = @{}
    foreach ($name in 'Server', 'Key', 'Account', 'Proxy', 'ProxyUseDefaultCredentials', 'AllowPlainHttp') {
        if ($PSBoundParameters.ContainsKey($name)) { $wanted[$name] = $PSBoundParameters[$name] }
    }
    Install-Innkeeper @wanted -WhatIf:$WhatIfPreference
}
finally {
    # The session continues with the installed module, which it finds by name, not with the unpacked one.
    foreach ($loaded in Get-Module -Name Innkeeper) { Remove-Module -ModuleInfo $loaded -WhatIf:$false }
    if ($null -ne $unpacked -and [System.IO.Directory]::Exists($unpacked)) { [System.IO.Directory]::Delete($unpacked, $true) }
}
