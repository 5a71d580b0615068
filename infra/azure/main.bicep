// Everything that the bot needs in Azure, in one resource group, without a secret that expires: the bot is a user-assigned managed
// identity. See infra/README.md.
targetScope = 'resourceGroup'

@description('Start of every name; letters and digits.')
@minLength(3)
@maxLength(12)
param name string = 'aiactbot'

param location string = resourceGroup().location

@description('The container image, such as example.azurecr.io/aiactbot:1.0.0.')
param image string

@description('Registry in this resource group that the image comes from; empty for a public image.')
param registryName string = ''

@description('Name of the organisation, as it stands in notices.')
param organisation string

@description('Directory object ids of the compliance team.')
param complianceTeam array

@secure()
@description('Password of the database administrator; kept in the key vault.')
@minLength(16)
param databasePassword string

@description('Azure AI Search in the place of the embedded index.')
param useSearch bool = true

var suffix = uniqueString(resourceGroup().id)
var databaseUser = 'aiactbot'
var databaseName = 'aiactbot'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

// --- the registration in Teams ---------------------------------------------------------------------------------------

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-${suffix}'
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: 'AiActBot'
    endpoint: 'https://${app.properties.configuration.ingress.fqdn}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppTenantId: tenant().tenantId
    msaAppMSIResourceId: identity.id
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      enableCalling: false
    }
  }
}

// --- logs --------------------------------------------------------------------------------------------------------------

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 90
  }
}

// --- secrets -------------------------------------------------------------------------------------------------------------

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${name}-${suffix}', 24)
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enablePurgeProtection: true
  }
}

resource connectionString 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'storage-connection-string'
  properties: {
    value: 'Host=${database.properties.fullyQualifiedDomainName};Username=${databaseUser};Database=${databaseName};Password=${databasePassword};SSL Mode=VerifyFull'
  }
}

resource secretsUser 'Microsoft.Authorization/roleDefinitions@2022-04-01' existing = {
  scope: subscription()
  name: '4633458b-17de-408a-b874-0445c86b69e6'
}

resource vaultAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, identity.id, secretsUser.id)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: secretsUser.id
  }
}

// --- storage -------------------------------------------------------------------------------------------------------------

resource database 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-${suffix}'
  location: location
  sku: {
    name: 'Standard_B1ms'
    tier: 'Burstable'
  }
  properties: {
    version: '16'
    administratorLogin: databaseUser
    administratorLoginPassword: databasePassword
    storage: {
      storageSizeGB: 32
    }
    backup: {
      backupRetentionDays: 35
      geoRedundantBackup: 'Disabled'
    }
  }
}

resource schema 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = {
  parent: database
  name: databaseName
  properties: {
    charset: 'UTF8'
    collation: 'en_US.utf8'
  }
}

// 0.0.0.0 stands for addresses of Azure, where the container app's are; a private network is the next step.
resource databaseFromAzure 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2024-08-01' = {
  parent: database
  name: 'azure'
  properties: {
    startIpAddress: '0.0.0.0'
    endIpAddress: '0.0.0.0'
  }
}

// --- search --------------------------------------------------------------------------------------------------------------

resource search 'Microsoft.Search/searchServices@2023-11-01' = if (useSearch) {
  name: '${name}-${suffix}'
  location: location
  sku: {
    name: 'basic'
  }
  properties: {
    replicaCount: 1
    partitionCount: 1
    disableLocalAuth: true
  }
}

var searchRoles = [
  '7ca78c08-252a-4471-8644-bb5ff32d4ba0' // Search Service Contributor
  '8ebe5a00-799e-43f5-93ac-243d3dce84a7' // Search Index Data Contributor
]

resource searchAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in searchRoles: if (useSearch) {
  scope: search
  name: guid(resourceGroup().id, 'search', role)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}]

// --- the service -----------------------------------------------------------------------------------------------------------

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = if (!empty(registryName)) {
  name: empty(registryName) ? 'none' : registryName
}

resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(registryName)) {
  scope: registry
  name: guid(resourceGroup().id, 'pull')
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    // AcrPull
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')
  }
}

resource appEnvironment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

var team = [for (member, index) in complianceTeam: {
  name: 'Organisation__ComplianceTeam__${index}'
  value: member
}]

var searchSettings = useSearch ? [
  {
    name: 'AzureSearch__Endpoint'
    value: 'https://${name}-${suffix}.search.windows.net'
  }
] : []

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    environmentId: appEnvironment.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 8080
        allowInsecure: false
      }
      registries: empty(registryName) ? [] : [
        {
          server: '${registryName}.azurecr.io'
          identity: identity.id
        }
      ]
      secrets: [
        {
          name: 'storage-connection-string'
          keyVaultUrl: connectionString.properties.secretUri
          identity: identity.id
        }
      ]
    }
    template: {
      containers: [
        {
          name: 'bot'
          image: image
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: concat([
            {
              name: 'Bot__AppId'
              value: identity.properties.clientId
            }
            {
              name: 'Bot__TenantId'
              value: tenant().tenantId
            }
            {
              name: 'Bot__Credential'
              value: 'ManagedIdentity'
            }
            {
              // Which of the identities Azure Search is signed in with.
              name: 'AZURE_CLIENT_ID'
              value: identity.properties.clientId
            }
            {
              name: 'Organisation__Name'
              value: organisation
            }
            {
              name: 'Organisation__PublicUrl'
              value: 'https://${name}.${appEnvironment.properties.defaultDomain}'
            }
            {
              name: 'Storage__Provider'
              value: 'PostgreSql'
            }
            {
              name: 'Storage__ConnectionString'
              secretRef: 'storage-connection-string'
            }
          ], team, searchSettings)
          probes: [
            {
              type: 'Liveness'
              httpGet: {
                path: '/health/live'
                port: 8080
              }
              initialDelaySeconds: 5
              periodSeconds: 10
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/health/ready'
                port: 8080
              }
              periodSeconds: 10
            }
          ]
        }
      ]
      scale: {
        // Reminders and the outbox work while nobody writes.
        minReplicas: 1
        maxReplicas: 3
      }
    }
  }
  dependsOn: [
    vaultAccess
    schema
    databaseFromAzure
    pull
    searchAccess
  ]
}

output appId string = identity.properties.clientId
output tenantId string = tenant().tenantId
output publicUrl string = 'https://${app.properties.configuration.ingress.fqdn}'
